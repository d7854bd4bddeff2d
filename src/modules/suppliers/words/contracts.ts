import type { Words } from '../../../kernel/words/words.ts'

/** 合同与工程量清单 (§4.2, decision 0032). */
export const contractWords = {
  'act.contract.record': { zh: '登记合同', en: 'Record the contract' },
  'act.contract.record.done': { zh: '合同已登记。', en: 'The contract is recorded.' },
  'contract.title': { zh: '合同与工程量清单', en: 'Contract and bill of quantities' },
  'contract.none': {
    zh: '还没有登记合同：结算暂不核对合同数量，也不扣留质保金。',
    en: 'No contract is on record: claims are not held against its quantities and nothing is kept for the warranty.',
  },
  'contract.account': { zh: '看本标段结算', en: 'The account of this lot' },
  'contract.number': { zh: '合同编号', en: 'Contract no.' },
  'contract.sum': { zh: '合同总价', en: 'Contract sum' },
  'contract.retention': {
    zh: '{{percent}}%，保 {{months}} 个月',
    en: '{{percent}} %, for {{months}} months',
  },
  'contract.reason': { zh: '补充变更事由', en: 'Why it was supplemented' },
  'contract.paper': { zh: '合同文本', en: 'The paper' },
  'contract.paper.open': { zh: '在办理日志中打开', en: 'Open it in the log' },
  'contract.paper.hint': {
    zh: '合同或补充协议的照片或扫描件。',
    en: 'A photograph or scan of the contract or supplement.',
  },
  'contract.earlier_one': { zh: '补充变更前的合同（{{count}} 份）', en: 'As it stood before ({{count}})' },
  'contract.earlier_other': { zh: '补充变更前的合同（{{count}} 份）', en: 'As it stood before ({{count}})' },
  'contract.supplement': {
    zh: '已有合同。再次登记即为补充变更：请填变更后的全部内容，登记后以这一份为准，原来的留存可查。',
    en: 'There is a contract. Recording again supplements it: give the whole as it now stands. It counts from then on, and the earlier one stays to be read.',
  },
  'contract.item.number': { zh: '序号', en: 'No.' },
  'contract.item.name': { zh: '项目', en: 'Item' },
  'contract.item.unit': { zh: '单位', en: 'Unit' },
  'contract.item.quantity': { zh: '数量', en: 'Quantity' },
  'contract.item.price': { zh: '单价（元）', en: 'Unit price (¥)' },
  'contract.item.amount': { zh: '金额（元）', en: 'Amount (¥)' },
  'contract.item.counts': { zh: '结算核对', en: 'Held against claims' },
  'contract.counts.unit': { zh: '按台核对', en: 'by machines' },
  'contract.counts.m2': { zh: '按面积核对', en: 'by m²' },
  'contract.counts.none': { zh: '只计入总价', en: 'in the sum only' },
  'contract.bill': { zh: '工程量清单', en: 'Bill of quantities' },
  'contract.bill.how': {
    zh: '从表格复制粘贴：每行一项，依次为项目、单位、数量、单价（元）。单位为“台”（清洁取暖）或“m²”（建筑节能改造）的项，结算时核对数量。',
    en: 'Paste it from a sheet: an item a line, as name, unit, quantity, unit price in yuan. Items in 台 (heating) or m² (retrofit) are what claims are held against.',
  },
  'contract.bill.example': {
    zh: '热泵热风机 3匹	台	1200	5600\n室内线路改造	处	1200	180',
    en: 'Heat-pump air heater	台	1200	5600\nWiring indoors	处	1200	180',
  },
  'contract.bill.columns': {
    zh: '第 {{line}} 行“{{said}}”：要有项目、单位、数量、单价四项，用制表符或空格隔开。',
    en: 'Line {{line}}, “{{said}}”: needs name, unit, quantity and unit price, apart by tabs or blanks.',
  },
  'contract.bill.quantity': {
    zh: '第 {{line}} 行的数量“{{said}}”读不出来：请填大于 0 的数，最多两位小数。',
    en: 'Line {{line}}: the quantity “{{said}}” cannot be read; give a number above 0, with two decimals at most.',
  },
  'contract.bill.price': {
    zh: '第 {{line}} 行的单价“{{said}}”读不出来：请填大于 0 的元数，最多两位小数。',
    en: 'Line {{line}}: the unit price “{{said}}” cannot be read; give yuan above 0, with two decimals at most.',
  },
  'field.contract.record.signedOn': { zh: '合同签订日期', en: 'Contract signed on' },
  'field.advanceBasis': { zh: '垫资依据', en: 'Ground for advancing' },
  'help.advanceBasis': {
    zh: '中标单位先行垫付补贴的依据：合同第几条、哪份文件。',
    en: 'On what ground the contractor advances the subsidies: which article of the contract, which paper.',
  },
  'field.retentionPercent': { zh: '质保金比例', en: 'Kept for the warranty' },
  'field.warrantyMonths': { zh: '质保期（月，从付款日起）', en: 'Warranty in months, from the payment' },
  'field.contracted': { zh: '合同已登记', en: 'Contract on record' },
  'field.items': { zh: '清单', en: 'Items' },
  'refusal.contract.exists': { zh: '这份合同已经登记。', en: 'This contract is recorded already.' },
  'remedy.contract.exists': { zh: '请在标段页查看。', en: 'See it on the page of the lot.' },
  'refusal.contract.lot-not-awarded': { zh: '该标段还没有定标。', en: 'This lot has not been awarded.' },
  'remedy.contract.lot-not-awarded': { zh: '请先登记中标，再登记合同。', en: 'Record the award first.' },
  'refusal.contract.lot-closed': {
    zh: '该标段已经决算定案，不能再变更合同。',
    en: 'The final account of this lot is closed; its contract stands.',
  },
  'remedy.contract.lot-closed': { zh: '请查看该标段的结算。', en: 'See the account of the lot.' },
  'refusal.contract.signed-in-future': {
    zh: '签订日期 {{day}} 在今天以后。',
    en: 'It is said to be signed on {{day}}, which lies ahead.',
  },
  'remedy.contract.signed-in-future': { zh: '请按合同填写。', en: 'Give the day on the contract.' },
  'refusal.contract.before-award': {
    zh: '签订日期早于中标日期（{{awardedOn}}）。',
    en: 'It is said to be signed before the award of {{awardedOn}}.',
  },
  'remedy.contract.before-award': { zh: '请核对合同和中标日期。', en: 'Look at both days.' },
  'refusal.contract.needs-reason': {
    zh: '补充变更没有写事由。',
    en: 'A supplement has to say why.',
  },
  'remedy.contract.needs-reason': {
    zh: '请写明为什么变更，例如增加了哪些户。',
    en: 'Say what changed, such as which homes were added.',
  },
  'refusal.contract.nothing-counted': {
    zh: '清单里没有按“{{unit}}”计量的项，结算无从核对。',
    en: 'No item of the bill is counted in {{unit}}, so that claims could be held against nothing.',
  },
  'remedy.contract.nothing-counted': {
    zh: '请至少列一项以“{{unit}}”为单位的设备或工程。',
    en: 'Give at least one item in {{unit}}.',
  },
  'refusal.contract.above-award': {
    zh: '“{{name}}”的单价高于中标单价。',
    en: 'The unit price of “{{name}}” is above the award’s.',
  },
  'remedy.contract.above-award': {
    zh: '合同单价不得高于中标单价，请核对清单或中标登记。',
    en: 'A contract asks no more than its award; look at the bill and at the award.',
  },
  'fact.priceFen': { zh: '合同单价', en: 'Price in the contract' },
  'fact.unitPriceFen': { zh: '中标单价', en: 'Price of the award' },
} satisfies Words
