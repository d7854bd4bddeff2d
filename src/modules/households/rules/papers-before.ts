import type { SignedPaper } from '../../../kernel/pack/schema.ts'

/**
 * The commitment (§3.3.2a) as it was before packs held what is signed: what a county signs by that adopted its pack
 * then.
 */
export const commitmentBefore: SignedPaper = {
  id: 'commitment',
  title: { zh: '清洁取暖承诺书', en: 'Clean-heating commitment' },
  clauses: ['§3.3.2a'],
  status: 'assumed',
  note: { zh: '方案未定文本。', en: 'The plan leaves the words open.' },
  from: 'confirmed',
  until: 'settled',
  by: ['household', 'village', 'town'],
  items: [
    {
      zh: '本户申报的人员、房屋和用电信息属实，所用设备归本户取暖使用。',
      en: 'What this household stated about its people, dwelling and electricity is true, and the equipment serves to heat this home.',
    },
    {
      zh: '自享受补贴起，本户取暖、做饭都不再使用散煤，不存煤，不把原来的煤炉装回去。',
      en: 'From the day it benefits, this household burns no loose coal for heating or cooking, stores none, and does not put its coal stove back.',
    },
    {
      zh: '本户同意施工、监理、镇村和供电人员为安装、验收、检修和用电核查入户，来人应先出示证件。',
      en: 'Installers, supervisors, town, village and grid staff may come in to install, accept, repair and check the electricity, after showing who they are.',
    },
    {
      zh: '设备由本户妥善使用，不转卖、不拆走；坏了及时报修。',
      en: 'The household uses the equipment with care, neither sells nor removes it, and reports faults.',
    },
    {
      zh: '如查实本户仍烧散煤，或所报情况不实，补贴资格取消，已发的补贴由本户退回。',
      en: 'Where coal is found in use, or what was stated proves untrue, the subsidy ends and what was paid is returned by the household.',
    },
  ],
  dataUse: {
    zh: '信息使用说明：姓名、证件、电话、房屋、用电和收款信息，只用于本次清洁取暖的审核、公示（姓名隐去部分字）、安装、验收、发放和审计；证件号、电话、账号加密保存，不对外公开。您可随时向镇街查询、更正本户信息。',
    en: 'Use of data: names, papers, telephone, dwelling, electricity and account details serve only the screening, public notice (names masked), installation, acceptance, payment and audit of this programme. Numbers of papers, telephones and accounts are kept encrypted and are not made public. You may ask your town at any time to show or correct them.',
  },
}
