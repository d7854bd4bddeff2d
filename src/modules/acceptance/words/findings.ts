import type { Words } from '../../../kernel/words/words.ts'

/** What visits and checks found, until it is put right and looked at again (§3.3.2c, §3.3.4). */
export const findingWords = {
  'finding.item': { zh: '“{{label}}”不合格', en: '“{{label}}” did not pass' },
  'finding.serial-not-on-record': {
    zh: '现场设备 {{of}} 没有登记',
    en: 'machine {{of}} seen is not on record',
  },
  'finding.serial-not-seen': {
    zh: '登记的设备 {{of}} 现场没有看到',
    en: 'machine {{of}} on record was not seen',
  },
  'finding.no-machine': { zh: '没有登记的设备', en: 'no machine on record' },
  'finding.no-part': { zh: '没有登记的改造部位', en: 'no measured part on record' },
  'finding.part-not-done': { zh: '“{{of}}”没有改造', en: '“{{of}}” was not built' },
  'finding.part-short': {
    zh: '“{{of}}”实测面积少于验收面积',
    en: '“{{of}}” measures less than was accepted',
  },
  'visit.parts': { zh: '实测面积', en: 'Area as measured' },
  'visit.parts.hint': {
    zh: '逐个部位现场测量；没有改造的填 0。',
    en: 'Measure each part on the spot; enter 0 for one that was not built.',
  },
  'visit.parts.missing': { zh: '请填实测面积。', en: 'Enter what was measured.' },
  'visit.parts.more': {
    zh: '多于登记的 {{area}} 平方米。请复核；确实多的，由中标单位先更正登记。',
    en: 'More than the {{area}} m² on record. Measure again; where it is so, the contractor corrects the record first.',
  },
  'refusal.part.not-measured': { zh: '“{{part}}”没有填实测面积。', en: '“{{partEn}}” was not measured.' },
  'remedy.part.not-measured': {
    zh: '请现场测量；没有改造的填 0。',
    en: 'Measure it; enter 0 where it was not built.',
  },
  'refusal.part.measured-twice': { zh: '“{{part}}”填了两次。', en: '“{{partEn}}” was entered twice.' },
  'remedy.part.measured-twice': { zh: '请只保留一个面积。', en: 'Keep one area.' },
  'refusal.part.more-than-recorded': {
    zh: '“{{part}}”实测 {{area}} 平方米，多于登记的 {{recorded}} 平方米。',
    en: '“{{partEn}}” was measured at {{area}} m², more than the {{recorded}} m² on record.',
  },
  'remedy.part.more-than-recorded': {
    zh: '请复核；确实多的，由中标单位先更正登记。',
    en: 'Measure again; where it is so, the contractor corrects the record first.',
  },
  'refusal.part.not-on-record': {
    zh: '部位“{{part}}”没有登记。',
    en: 'The part “{{part}}” is not on record.',
  },
  'remedy.part.not-on-record': {
    zh: '只验收登记的部位；漏登的，由中标单位更正登记。',
    en: 'Only recorded parts are accepted; what was left out the contractor adds to the record.',
  },
  'act.finding.put-right': { zh: '登记整改', en: 'Record that it is put right' },
  'act.finding.put-right.effect': {
    zh: '登记后等发现方复查。复查合格才销号，复查仍不合格的重新整改。',
    en: 'Whoever found it looks again. Only their next visit closes it; found again, it is open again.',
  },
  'field.finding.put-right.fixedOn': { zh: '整改日期', en: 'Put right on' },
  'field.finding.put-right.note': { zh: '整改情况', en: 'How' },
  'refusal.finding.closed': { zh: '这一问题已于 {{day}} 复查销号。', en: 'It was closed on {{day}}.' },
  'remedy.finding.closed': { zh: '无需再整改。', en: 'There is nothing to put right.' },
  'refusal.finding.put-right-already': {
    zh: '已于 {{day}} 登记整改，等待复查。',
    en: 'It was put right on {{day}} and waits to be looked at again.',
  },
  'remedy.finding.put-right-already': {
    zh: '请等发现方复查。',
    en: 'Wait for whoever found it.',
  },
  'refusal.finding.day-ahead': {
    zh: '整改日期 {{day}} 晚于今天（{{today}}）。',
    en: '{{day}} is after today ({{today}}).',
  },
  'remedy.finding.day-ahead': { zh: '请更正日期。', en: 'Correct the day.' },
  'refusal.finding.day-before': {
    zh: '整改日期 {{day}} 早于发现日期（{{foundOn}}）。',
    en: '{{day}} is before it was found ({{foundOn}}).',
  },
  'remedy.finding.day-before': { zh: '请更正日期。', en: 'Correct the day.' },
  'findings.title': { zh: '整改台账', en: 'Findings' },
  'findings.lead': {
    zh: '监理入户和抽检查出的问题，由中标单位按期整改，发现方再次入户复查合格后销号。',
    en: 'What supervisors and samples found. The contractor puts it right in time, and the next visit of whoever found it closes it.',
  },
  'findings.search': { zh: '村居、户主、地址', en: 'village, householder, address' },
  'findings.village': { zh: '村居', en: 'Village' },
  'findings.home': { zh: '户', en: 'Home' },
  'findings.address': { zh: '地址', en: 'Address' },
  'findings.what': { zh: '问题', en: 'What' },
  'findings.source': { zh: '发现方', en: 'Found by' },
  'findings.source.visit': { zh: '监理入户', en: 'supervisor' },
  'findings.source.town': { zh: '镇街抽检', en: 'town’s sample' },
  'findings.source.county': { zh: '市级抽检', en: 'county’s sample' },
  'findings.state': { zh: '状态', en: 'State' },
  'findings.state.open': { zh: '待整改', en: 'to put right' },
  'findings.state.overdue': { zh: '逾期未整改', en: 'overdue' },
  'findings.state.to-recheck': { zh: '已整改，待复查', en: 'put right, to look at again' },
  'findings.state.closed': { zh: '已销号', en: 'closed' },
  'findings.found-on': { zh: '发现日期', en: 'Found on' },
  'findings.times': { zh: '发现次数', en: 'Times found' },
  'findings.due-on': { zh: '整改期限', en: 'Due on' },
  'findings.fixed-on': { zh: '整改日期', en: 'Put right on' },
  'findings.fixed-note': { zh: '整改情况', en: 'How' },
  'findings.closed-on': { zh: '复查销号', en: 'Closed on' },
  'findings.contractor': { zh: '中标单位', en: 'Contractor' },
  'findings.supervisor': { zh: '监理单位', en: 'Supervisor' },
  'findings.what-now': { zh: '现在可以办理', en: 'What can be done now' },
  'findings.recheck.visit': {
    zh: '监理再次入户时复查。',
    en: 'The supervisor’s next visit looks at it again.',
  },
  'findings.recheck.town': { zh: '镇街再次抽检时复查。', en: 'The town’s next check looks at it again.' },
  'findings.recheck.county': { zh: '市级再次抽检时复查。', en: 'The county’s next check looks at it again.' },
  'findings.empty': {
    zh: '没有查出的问题。监理入户或抽检不合格的，列在这里。',
    en: 'Nothing found. What a visit or a check does not pass stands here.',
  },
} satisfies Words
