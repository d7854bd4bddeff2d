import type { Words } from '../../../kernel/words/words.ts'

/** Market regulation's samples by model and batch (§A.6). */
export const samplingWords = {
  'act.sampling.record': { zh: '登记抽检', en: 'Record a sample' },
  'act.sampling.record.effect': {
    zh: '不合格的批次立即停用：不能安装、不能验收，已装的户列出待处置。同一批次以最近一次抽检为准。',
    en: 'A batch that fails is stopped at once: no installation, no acceptance, and the homes that have it are listed. The latest sample of a batch counts.',
  },
  'refusal.device.batch-stopped': {
    zh: '序列号 {{serial}} 属于批次 {{batch}}，抽检不合格（抽检第 {{number}} 号），已停用。',
    en: 'Serial {{serial}} is of batch {{batch}}, which failed its sample (no. {{number}}) and is stopped.',
  },
  'remedy.device.batch-stopped': {
    zh: '请换用其他批次的设备；复检合格后恢复。',
    en: 'Use a machine of another batch. The batch is free again once a later sample passes.',
  },
  'refusal.sampling.exists': { zh: '这次抽检已登记。', en: 'This sample is recorded already.' },
  'remedy.sampling.exists': { zh: '请在抽检列表中查看。', en: 'See it in the list of samples.' },
  'refusal.sampling.in-future': {
    zh: '抽检日期 {{day}} 晚于今天（{{today}}）。',
    en: 'The sample is dated {{day}}, after today ({{today}}).',
  },
  'remedy.sampling.in-future': { zh: '请对照报告更正。', en: 'Correct it from the report.' },
  'refusal.sampling.which-serials': {
    zh: '没有说明批次包含哪些序列号。',
    en: 'It does not say which serials the batch has.',
  },
  'remedy.sampling.which-serials': {
    zh: '请填序列号开头，或填起止序列号，二者选一。',
    en: 'Enter what they begin with, or the first and the last: one of the two.',
  },
  'refusal.sampling.range-turned': {
    zh: '序列号 {{from}} 至 {{to}} 不成立：位数须相同，起号不能大于止号。',
    en: '{{from}} to {{to}} is no range: both must be of one length, the first not after the last.',
  },
  'remedy.sampling.range-turned': { zh: '请照铭牌更正。', en: 'Correct it from the name plates.' },
  'refusal.sampling.other-serials': {
    zh: '批次 {{batch}} 上次登记的序列号是 {{serials}}，这次不同。',
    en: 'Batch {{batch}} was recorded with the serials {{serials}} before; these differ.',
  },
  'remedy.sampling.other-serials': {
    zh: '请按上次的序列号登记；确属另一批次的，请用另一个批次号。',
    en: 'Enter the same serials; where it is another batch, give it another number.',
  },
  'field.batch': { zh: '批次号', en: 'Batch' },
  'field.serialFrom': { zh: '起始序列号', en: 'First serial' },
  'field.serialTo': { zh: '截止序列号', en: 'Last serial' },
  'field.sampling.record.serialPrefix': { zh: '序列号开头', en: 'Serials begin with' },
  'help.sampling.record.serialPrefix': {
    zh: '与起止序列号二者选一。',
    en: 'Either this or the first and the last serial.',
  },
  'field.sampledOn': { zh: '抽检日期', en: 'Sampled on' },
  'field.result': { zh: '结果', en: 'Result' },
  'choice.result.passed': { zh: '合格', en: 'Passed' },
  'choice.result.failed': { zh: '不合格（停用批次）', en: 'Failed (stops the batch)' },
  'field.sampling.record.units': { zh: '抽样台数', en: 'Units sampled' },
  'field.passed': { zh: '合格', en: 'Passed' },
  'field.sampling.record.remark': { zh: '备注', en: 'Remark' },
  'samplings.title': { zh: '设备抽检', en: 'Equipment samples' },
  'samplings.lead': {
    zh: '市场监管按型号和批次抽检；不合格的批次停止安装和验收。',
    en: 'Market regulation samples by model and batch. A batch that fails is neither built in nor accepted.',
  },
  'samplings.search': { zh: '批次、厂家、型号', en: 'batch, maker, model' },
  'samplings.empty': {
    zh: '还没有抽检记录。在型号页登记。',
    en: 'No samples yet. They are recorded on the model’s page.',
  },
  'samplings.one': { zh: '抽检第 {{number}} 号', en: 'Sample no. {{number}}' },
  'samplings.result': { zh: '结果', en: 'Result' },
  'samplings.passed': { zh: '合格', en: 'passed' },
  'samplings.failed': { zh: '不合格，已停用', en: 'failed: stopped' },
  'samplings.superseded': { zh: '以后次抽检为准', en: 'a later sample counts' },
  'samplings.units': { zh: '抽样台数', en: 'Units sampled' },
  'samplings.machines': { zh: '已装台数', en: 'Machines built in' },
  'samplings.homes': { zh: '已装该批次设备的户', en: 'Homes that have machines of this batch' },
  'samplings.homes.none': { zh: '没有户装了该批次的设备。', en: 'No home has a machine of this batch.' },
  'samplings.home': { zh: '户', en: 'Home' },
  'samplings.serials': { zh: '序列号', en: 'Serials' },
  'samplings.serial': { zh: '序列号', en: 'Serial' },
  'samplings.installed': { zh: '安装日期', en: 'Installed on' },
  'samplings.stage': { zh: '进度', en: 'Stage' },
  'samplings.record-where': { zh: '登记抽检请打开型号。', en: 'To record a sample, open the model.' },
  'samplings.machines-of': { zh: '本批次已装设备', en: 'Machines of this batch that hang' },
  'samplings.machines-none': { zh: '本批次没有在装设备。', en: 'No machine of this batch hangs anywhere.' },
} satisfies Words
