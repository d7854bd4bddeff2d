import type { Place } from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { anApplicationForm } from '../../src/modules/households/samples.ts'
import { aMeeting, aPublicity } from '../../src/modules/outreach/samples.ts'
import { aBarring, aModel, anAdmission, aSampling } from '../../src/modules/suppliers/samples.ts'
import { aPlan } from '../../src/modules/sites/samples.ts'
import { aWorker } from '../../src/modules/workers/samples.ts'
import { area } from '../support/county.ts'
import type { World } from './world.ts'

export interface ActSample {
  input: object
  evidence?: string[]
  /** Where the act happens: who holds the permission here may ask for it, everybody else may not; one's own affair wherever one is. */
  place: Place | 'own'
}

/** For every act an input of the right form about something that is there. A new act needs a line here. */
export function actSamples({ c, ids }: World): Record<string, ActSample> {
  const day = '2023-08-15'
  const wide: Place = { area: area.county }
  const town: Place = { area: area.town }
  const village: Place = { area: area.village }
  const home: Place = {
    area: area.village,
    organisations: [c.organisations.contractor, c.organisations.supervisor],
    home: ids.home,
  }
  const onSite: Place = {
    area: area.village,
    organisations: [c.organisations.contractor, c.organisations.supervisor],
  }
  const byContractor: Place = { organisations: [c.organisations.contractor] }
  const bySupervisor: Place = { organisations: [c.organisations.supervisor] }
  const reason = '测试用的理由'
  return {
    'organisation.register': { input: { id: newId(), kind: 'contractor', name: '某某公司' }, place: wide },
    'account.open': {
      input: { id: newId(), signIn: 'newcomer', name: '新人', password: 'a long pass phrase', roles: [] },
      place: wide,
    },
    'account.disable': { input: { account: ids.account, reason }, place: wide },
    'role.grant': {
      input: { account: ids.account, id: newId(), held: { role: 'auditor', area: area.county } },
      place: wide,
    },
    'role.withdraw': { input: { account: ids.account, grant: newId(), reason }, place: wide },
    'policy.adopt': { input: { programme: c.programme, year: 2023, files: {} }, place: wide },
    'policy.call-off': { input: { programme: c.programme, adoption: newId(), reason }, place: wide },
    'draft.start': { input: { programme: c.programme, draft: newId(), name: '另一稿' }, place: wide },
    'draft.edit': {
      input: {
        draft: ids.draft,
        version: 1,
        edits: [{ what: 'rule', id: 'wish-expressed', put: { until: '2023-12-31' } }],
      },
      place: wide,
    },
    'draft.restore': { input: { draft: ids.draft, version: 1, to: 1 }, place: wide },
    'draft.rename': { input: { draft: ids.draft, name: '改名' }, place: wide },
    'draft.discard': { input: { draft: ids.draft }, place: wide },
    'village.register': {
      input: { programme: c.programme, areas: [{ code: '370683102000', name: '朱桥镇', kind: 'rural' }] },
      place: wide,
    },
    'publicity.record': {
      input: aPublicity({ village: ids.village }),
      evidence: ['photo'],
      place: village,
    },
    'publicity.strike': { input: { publicity: ids.publicity, reason }, place: village },
    'meeting.record': {
      input: aMeeting({ village: ids.village }),
      evidence: ['minutes', 'photo'],
      place: village,
    },
    'wish.record': { input: { home: ids.home, wish: 'wants' }, place: { area: area.village } },
    'village.mark-demolition': {
      input: { village: ids.village, planned: true },
      evidence: ['document'],
      place: village,
    },
    'village.withdraw-code': {
      input: { village: ids.village, withdrawnOn: day },
      evidence: ['document'],
      place: village,
    },
    'village.join-lot': { input: { village: ids.village, lot: ids.lot }, place: village },
    'village.assign': { input: { village: ids.village }, place: village },
    'lot.open': { input: { id: newId(), code: 'L9', name: '九标段' }, place: wide },
    'lot.award': {
      input: {
        lot: ids.lot,
        contractor: c.organisations.contractor,
        supervisor: c.organisations.supervisor,
        unitPriceFen: 1,
        awardedOn: day,
      },
      evidence: ['document'],
      place: wide,
    },
    'equipment.admit': {
      input: aModel({ firm: ids.maker, papers: [] }),
      evidence: ['document'],
      place: wide,
    },
    'equipment.renew-paper': {
      input: { model: ids.model, paper: 'ccc', digest: '0'.repeat(64) },
      evidence: ['document'],
      place: wide,
    },
    'equipment.bar': {
      input: { model: ids.model, id: newId(), reason: 'quality', remark: reason, fromDay: day },
      evidence: ['document'],
      place: wide,
    },
    'firm.admit': {
      input: anAdmission({ firm: c.organisations.contractor, papers: [] }),
      evidence: ['document'],
      place: wide,
    },
    'firm.withdraw-admission': { input: { firm: c.organisations.contractor, reason }, place: wide },
    'firm.bar': {
      input: aBarring({ firm: c.organisations.contractor }),
      evidence: ['document'],
      place: wide,
    },
    'bar.lift': { input: { bar: ids.bar, reason }, evidence: ['document'], place: wide },
    'sampling.record': {
      input: aSampling({ model: ids.model, serialPrefix: 'QX' }),
      evidence: ['document'],
      place: wide,
    },
    'source.import': {
      input: {
        programme: c.programme,
        source: newId(),
        kind: 'grid',
        area: area.county,
        asOf: day,
        deliveredBy: '供电公司',
        fileName: 'x.csv',
      },
      evidence: ['workbook'],
      place: wide,
    },
    'source.undo-import': { input: { programme: c.programme, source: ids.source, reason }, place: wide },
    'source.keep-mapping': {
      input: { programme: c.programme, kind: 'grid', columns: { 编号: 'accountNumber' } },
      place: wide,
    },
    'register.import': {
      input: { programme: c.programme, import: ids.import, area: area.town, fileName: 'x.xlsx' },
      evidence: ['workbook'],
      place: town,
    },
    'register.keep-mapping': {
      input: { programme: c.programme, area: area.town, columns: { 电表: 'accountNumber' } },
      place: town,
    },
    'register.undo-import': { input: { programme: c.programme, import: ids.import, reason }, place: town },
    'register.compare': { input: { programme: c.programme }, place: wide },
    'pair.decide': {
      input: { first: ids.twin, second: ids.triplet, answer: 'different', reason },
      place: village,
    },
    'register.screen': { input: { programme: c.programme, homes: [ids.home] }, place: village },
    'home.add': {
      input: { programme: c.programme, home: newId(), village: area.village, fields: anApplicationForm(99) },
      place: village,
    },
    'home.correct': { input: { home: ids.home, changes: { residents: 4 }, reason }, place: home },
    'home.withdraw': { input: { home: ids.home, reason }, place: home },
    'home.settle-fact': {
      input: { home: ids.home, fact: 'household.helpedBefore', value: false, reason },
      evidence: ['document'],
      place: home,
    },
    'home.ask-exception': {
      input: { home: ids.home, request: newId(), fact: 'exception.severalHomes', reason },
      evidence: ['document'],
      place: home,
    },
    'home.grant-exception': {
      input: { home: ids.home, request: newId(), reason },
      evidence: ['document'],
      place: home,
    },
    'home.decline-exception': { input: { home: ids.home, request: newId(), reason }, place: home },
    'change.ask': {
      input: { id: newId(), home: ids.home, kind: 'withdraw', happenedOn: day, reason, papers: [] },
      evidence: ['document'],
      place: home,
    },
    'change.approve': { input: { change: ids.change }, place: home },
    'change.decline': { input: { change: ids.change, reason }, place: home },
    'change.recall': { input: { change: ids.change, reason }, place: home },
    'change.undo': { input: { change: ids.change, reason }, evidence: ['document'], place: home },
    'home.reveal': { input: { home: ids.home, field: 'telephone', reason }, place: home },
    'notice.open': { input: { notice: newId(), village: ids.village }, place: village },
    'notice.post': { input: { notice: ids.notice, postedOn: day }, evidence: ['photo'], place: village },
    'notice.confirm': { input: { notice: ids.notice }, place: village },
    'objection.reveal': { input: { objection: ids.objection, reason }, place: village },
    'objection.raise': {
      input: { id: newId(), notice: ids.notice, said: '我有不同意见。', receivedOn: day },
      place: village,
    },
    'objection.raise-public': {
      input: { id: newId(), notice: ids.notice, said: '我有不同意见。' },
      place: village,
    },
    'objection.raise-own': {
      input: { id: newId(), home: ids.home, notice: ids.notice, said: '我有不同意见。' },
      place: home,
    },
    'objection.narrow': {
      input: { objection: ids.objection, homes: [ids.home], reason: '经核实只涉及这一户。' },
      place: village,
    },
    'objection.decide': {
      input: { objection: ids.objection, decision: 'rejected', answer: '经核实情况不属实。' },
      place: village,
    },
    'objection.follow-up': {
      input: { objection: ids.objection, followed: '已补充登记漏报农户。' },
      evidence: ['document'],
      place: village,
    },
    'letter.print': { input: { id: ids.print, village: ids.village }, place: village },
    'household.open-account': { input: { home: ids.home }, place: home },
    'paper.sign': {
      input: { home: ids.home, paper: 'commitment', text: '0'.repeat(64) },
      evidence: ['signature'],
      place: home,
    },
    'paper.take': {
      input: { home: ids.home, paper: 'commitment', text: '0'.repeat(64), readOut: true },
      evidence: ['signature'],
      place: home,
    },
    'paper.record': {
      input: { home: ids.home, paper: 'commitment', signedOn: day, witness: '见证人' },
      evidence: ['photo'],
      place: home,
    },
    'home.install': {
      input: { home: ids.home, devices: [{ serial: 'SB200001', model: ids.model }], installedOn: day },
      evidence: ['photo'],
      place: byContractor,
    },
    'home.name-crew': { input: { home: ids.home, workers: [ids.worker] }, place: byContractor },
    'report.file': {
      input: { village: ids.village, id: newId(), day, weather: 'fine', done: '安装' },
      place: byContractor,
    },
    'appointment.make': { input: { home: ids.home, id: newId(), day, half: 'day' }, place: home },
    'appointment.move': { input: { home: ids.home, id: newId(), day, half: 'day', reason }, place: home },
    'appointment.move-own': { input: { home: ids.home, id: newId(), day, half: 'day', reason }, place: home },
    'damage.report': {
      input: { village: ids.village, id: newId(), what: '路面' },
      evidence: ['photo'],
      place: onSite,
    },
    'damage.repair': {
      input: { damage: ids.damage, repairedOn: day, note: reason },
      evidence: ['photo'],
      place: byContractor,
    },
    'hazard.report': {
      input: { village: ids.village, id: newId(), what: '沟槽' },
      evidence: ['photo'],
      place: onSite,
    },
    'hazard.remove': {
      input: { hazard: ids.hazard, removedOn: day, note: reason },
      evidence: ['photo'],
      place: byContractor,
    },
    'hazard.recheck': { input: { hazard: ids.hazard, passed: true, note: reason }, place: onSite },
    'safety.name-firm-officer': {
      input: { lot: ids.lot, name: '安全员', telephone: '13800000001' },
      place: byContractor,
    },
    'safety.name-village-officer': {
      input: { village: ids.village, name: '安全员', telephone: '13800000002' },
      place: village,
    },
    'patrol.record': {
      input: { village: ids.village, id: newId(), route: '全村', found: ['沟槽'] },
      evidence: ['photo'],
      place: { area: area.village, organisations: [c.organisations.contractor] },
    },
    'permit.apply': {
      input: { village: ids.village, id: newId(), authority: 'water', place: '河道', appliedOn: day },
      evidence: ['document'],
      place: onSite,
    },
    'permit.decide': {
      input: { permit: ids.permit, granted: true, decidedOn: day, answer: reason },
      evidence: ['document'],
      place: onSite,
    },
    'lot.declare-crews': {
      input: { lot: ids.lot, id: newId(), crews: 2, homesPerDay: 3 },
      place: byContractor,
    },
    'plan.propose': { input: aPlan({ village: ids.village }), place: byContractor },
    'plan.agree': { input: { plan: ids.plan }, place: village },
    'plan.decline': { input: { plan: ids.plan, reason }, place: village },
    'worker.register': {
      input: aWorker({ firm: c.organisations.contractor, idNumber: '1' }),
      place: byContractor,
    },
    'worker.import': {
      input: { firm: c.organisations.contractor, lot: ids.lot, file: '0'.repeat(64), fileName: 'x.xlsx' },
      evidence: ['workbook'],
      place: byContractor,
    },
    'worker.sign-contract': {
      input: { worker: ids.worker, contractSignedOn: day },
      evidence: ['document'],
      place: byContractor,
    },
    'worker.post': {
      input: { worker: ids.worker, id: newId(), lot: ids.lot, fromDay: day },
      place: byContractor,
    },
    'worker.end-posting': {
      input: { worker: ids.worker, posting: ids.posting, toDay: day },
      place: byContractor,
    },
    'worker.leave': { input: { worker: ids.worker, leftOn: day }, place: byContractor },
    'worker.reveal': {
      input: { worker: ids.worker, field: 'idNumber', reason },
      place: { area: area.county, organisations: [c.organisations.contractor] },
    },
    'attendance.record': {
      input: { lot: ids.lot, village: area.village, day, workers: [ids.worker] },
      place: byContractor,
    },
    'attendance.strike': { input: { worker: ids.worker, day, reason }, place: byContractor },
    'wage-account.declare': {
      input: { firm: c.organisations.contractor, bank: '某某银行', number: '1', openedOn: day },
      evidence: ['document'],
      place: byContractor,
    },
    'wage.prove': {
      input: {
        firm: c.organisations.contractor,
        id: newId(),
        month: '2023-07',
        paidOn: day,
        lines: [{ worker: ids.worker, amountFen: 1 }],
      },
      evidence: ['document'],
      place: byContractor,
    },
    'wage.urge': {
      input: { firm: c.organisations.contractor, id: newId(), month: '2023-07', said: reason },
      place: wide,
    },
    'wage.interview': {
      input: { firm: c.organisations.contractor, id: newId(), month: '2023-07', said: reason },
      evidence: ['minutes'],
      place: wide,
    },
    'home.correct-devices': {
      input: { home: ids.home, devices: [{ serial: 'SB200002', model: ids.model }], reason: 'misread' },
      evidence: ['photo'],
      place: byContractor,
    },
    'home.self-check': { input: { home: ids.home, checkedOn: day, items: [] }, place: byContractor },
    'home.commission': { input: { home: ids.home, runOn: day, measured: [] }, place: byContractor },
    'home.return-devices': {
      input: { home: ids.home, returnedOn: day },
      evidence: ['photo'],
      place: byContractor,
    },
    'home.inspect': {
      input: { home: ids.home, visitedOn: day, items: [], serials: [] },
      place: bySupervisor,
    },
    'home.sign-off-village': { input: { home: ids.home, items: [] }, place: village },
    'home.sign-off-town': { input: { home: ids.home, items: [] }, place: village },
    'supervision.name': { input: { village: ids.village, person: ids.account }, place: bySupervisor },
    'supervision.file-log': {
      input: { village: ids.village, id: newId(), day, weather: 'fine', seen: '巡视' },
      evidence: ['photo'],
      place: bySupervisor,
    },
    'finding.put-right': {
      input: { finding: ids.finding, fixedOn: day, note: reason },
      evidence: ['photo'],
      place: byContractor,
    },
    'sample.draw-town': { input: { village: ids.village }, place: village },
    'sample.draw-county': { input: { village: ids.village }, place: village },
    'home.check-town': { input: { home: ids.home, visitedOn: day, items: [], serials: [] }, place: village },
    'home.check-county': {
      input: { home: ids.home, visitedOn: day, items: [], serials: [] },
      place: village,
    },
    'fund.open': {
      input: { id: newId(), name: '另一笔', source: 'city', purpose: 'equipment', budgetFen: 100 },
      place: wide,
    },
    'fund.change-budget': { input: { fund: ids.fund, budgetFen: 20_000_000, reason }, place: wide },
    'fund.receive': {
      input: { id: newId(), fund: ids.fund, amountFen: 100, creditedOn: day, bankReference: 'IN-0009' },
      evidence: ['document'],
      place: wide,
    },
    'fund.reverse-receipt': { input: { receipt: ids.fundReceipt, reason }, place: wide },
    'claim.submit': { input: { id: newId(), lot: ids.lot }, place: byContractor },
    'claim.review': { input: { claim: ids.claim }, place: wide },
    'claim.return': { input: { claim: ids.claim, reason }, place: wide },
    'claim.approve': { input: { claim: ids.claim, fund: ids.fund }, place: wide },
    'claim.pay': {
      input: { claim: ids.claim, bankReference: 'B-0001' },
      evidence: ['document'],
      place: wide,
    },
    'season.open': {
      input: { id: newId(), name: '另一季', startsOn: '2021-11-15', endsOn: '2022-03-31', fund: ids.fund },
      place: wide,
    },
    'usage.import': {
      input: { season: ids.season, file: '0'.repeat(64), fileName: 'x.xlsx' },
      evidence: ['workbook'],
      place: wide,
    },
    'statement.draw-up': { input: { season: ids.season }, place: wide },
    'statement.review-town': { input: { season: ids.season, town: area.town }, place: town },
    'statement.review-bureau': { input: { season: ids.season, town: area.town }, place: wide },
    'statement.send-back': { input: { statement: ids.statement, reason }, place: village },
    'batch.freeze': { input: { id: newId(), season: ids.season }, place: wide },
    'batch.export': { input: { batch: ids.batch }, place: wide },
    'receipt.import': {
      input: { batch: ids.batch, file: '0'.repeat(64), fileName: 'x.xlsx' },
      evidence: ['workbook'],
      place: wide,
    },
    'payment.retry': { input: { statement: ids.statement, reason }, evidence: ['document'], place: village },
    'coal.report': {
      input: { id: newId(), home: ids.home, foundOn: day, description: '见散煤两袋' },
      evidence: ['photo'],
      place: home,
    },
    'dossier.add-paper': {
      input: { home: ids.home, id: newId(), paper: 'title' },
      evidence: ['document'],
      place: home,
    },
    'dossier.withdraw-paper': {
      input: { home: ids.home, brought: newId(), reason },
      place: home,
    },
    'handset.enrol': { input: { handset: newId(), name: '手机' }, place: 'own' },
    'handset.revoke': { input: { handset: ids.handset, reason }, place: wide },
    'held.apply': { input: { held: ids.held, reason: '当面核对过' }, place: village },
    'held.set-aside': { input: { held: ids.held, reason: '当面核对过' }, place: village },
    'doubt.clear': { input: { doubt: ids.doubt, reason: '当面核对过' }, place: village },
    'doubt.ask-again': { input: { doubt: ids.doubt, reason: '当面核对过' }, place: village },
    'recovery.repay': {
      input: { id: newId(), recovery: ids.recovery, amountFen: 10, paidOn: day, bankReference: 'B-0002' },
      evidence: ['document'],
      place: wide,
    },
  }
}

/** Inputs of reads that need one, about the secret home wherever they can be. A new required field needs a line here. */
export function readSamples({ c, ids }: World): Record<string, object> {
  const home = { home: ids.home }
  const digest = '0'.repeat(64)
  return {
    'account.page': { account: ids.account },
    'area.sheet': { file: digest },
    'policy.clause': { id: '§4.4' },
    'policy.draft': { draft: ids.draft },
    'policy.draft-check': { draft: ids.draft, version: 1, edits: [] },
    'trial.run': { draft: ids.draft, version: 1, day: '2023-08-15' },
    'trial.homes': { draft: ids.draft, version: 1, day: '2023-08-15' },
    'trial.export': { draft: ids.draft, version: 1, day: '2023-08-15' },
    'lot.page': { lot: ids.lot },
    'firm.page': { firm: c.organisations.contractor },
    'model.page': { model: ids.model },
    'sampling.page': { sampling: ids.sampling },
    'sampling.machines': { sampling: ids.sampling },
    'sampling.homes': { sampling: ids.sampling },
    'sampling.export': { sampling: ids.sampling },
    'village.page': { village: ids.village },
    'sample.page': { village: ids.village },
    'supervision.village': { village: ids.village },
    'sample.frame': { draw: ids.draw },
    'sample.frame-export': { draw: ids.draw },
    'outreach.village': { village: area.village },
    'wish.list': { village: area.village },
    'wish.export': { village: area.village },
    'home.wishes': home,
    'finding.page': { finding: ids.finding },
    'work.checks': { level: 'town' },
    'check.form': home,
    'home.list': { ended: 'all' },
    'home.count': { ended: 'all' },
    'home.page': home,
    'home.decision': home,
    'home.told': home,
    'home.acts': home,
    'home.pairs': home,
    'work.home': home,
    'work.elsewhere': home,
    'dossier.page': home,
    'dossier.standing': home,
    'dossier.pdf': home,
    'report.home': home,
    'report.village': { village: area.village },
    'dossier.archive': { village: area.village },
    'pair.get': { first: ids.home, second: ids.twin },
    'home.notices': home,
    'home.changes': home,
    'change.page': { change: ids.change },
    'change.form': { change: ids.change },
    'change.waiting': { instead: ids.home },
    'home.revealed': { act: newId() },
    'objection.revealed': { act: newId() },
    'objection.outlook': {
      objection: ids.objection,
      home: ids.home,
      fact: 'household.isActualResident',
      settled: 'no',
    },
    'register.dry-run': { digest, area: area.town },
    'source.page': { source: ids.source },
    'source.rows': { source: ids.source },
    'source.export': { source: ids.source },
    'source.dry-run': { digest, kind: 'grid', area: area.county },
    'source.marked': { digest, kind: 'grid', area: area.county },
    'source.template': { kind: 'grid' },
    'home.sources': home,
    'notice.get': { notice: ids.notice },
    'notice.board': { notice: ids.notice },
    'letter.list': { village: ids.village },
    'installation.page': home,
    'home.appointments': home,
    'matter.page': { kind: 'hazard', id: ids.hazard },
    'schedule.lot': { lot: ids.lot },
    'plan.page': { village: area.village },
    'safety.village': { village: ids.village },
    'patrol.page': { patrol: ids.patrol },
    'crew.of-home': home,
    'worker.page': { worker: ids.worker },
    'worker.revealed': { act: newId() },
    'attendance.roll': { lot: ids.lot, day: '2023-08-15' },
    'wage.page': { firm: c.organisations.contractor, month: '2023-07' },
    'wage.export': { firm: c.organisations.contractor, month: '2023-07' },
    'wages.of-sheet': { firm: c.organisations.contractor, month: '2023-07', file: digest },
    'wage.template': { firm: c.organisations.contractor, month: '2023-07' },
    'workers.dry-run': { firm: c.organisations.contractor, file: digest },
    'workers.marked': { firm: c.organisations.contractor, file: digest },
    'acceptance.page': home,
    'work.sign-offs': { level: 'village' },
    'ledger.journals': { fund: ids.fund },
    'ledger.journal': { journal: newId() },
    'ledger.trial-balance': { fund: ids.fund },
    'ledger.statement': { from: '2023-01-01', to: '2023-12-31' },
    'ledger.export': { from: '2023-01-01', to: '2023-12-31' },
    'claim.page': { claim: ids.claim },
    'claim.preview': { lot: ids.lot },
    'claim.of-home': home,
    'season.page': { season: ids.season },
    'statement.list': { season: ids.season },
    'usage.dry-run': { season: ids.season, file: digest },
    'batch.page': { batch: ids.batch },
    'money.of-home': home,
    'register.template': { area: area.town },
    'register.marked': { digest, area: area.town },
    'notice.sheet': { notice: ids.notice },
    'letter.sheet': { print: ids.print, origin: 'http://localhost' },
    'usage.marked': { season: ids.season, file: digest },
    'receipt.marked': { batch: ids.batch, file: digest },
    'receipt.dry-run': { batch: ids.batch, file: digest },
    'batch.payments': { batch: ids.batch },
    'claim.lines': { claim: ids.claim },
    'fund.choice': { purpose: 'operating' },
    'fund.page': { fund: ids.fund },
    'recovery.page': { recovery: ids.recovery },
    'home.held': home,
    'home.photographs': home,
    'doubt.page': { doubt: ids.doubt },
    'field.village': { village: area.village },
    'held.page': { held: ids.held },
    'held.own': { ids: [ids.held] },
    'log.act': { act: newId() },
    'home.proof': home,
    'batch.file': { act: newId() },
    'statement.export': { season: ids.season },
  }
}
