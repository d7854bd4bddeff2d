interface Parties {
  villageName: string
  townName: string
  contractorName: string | null
  supervisorName: string | null
}

const contractor = ({ contractorName }: Parties) => `中标单位 ${contractorName ?? ''}`

/** Acts that an acceptance rests on, and as what whoever did them acted. */
export const roles: Readonly<Record<string, (parties: Parties) => string>> = {
  'home.install': contractor,
  'home.install-parts': contractor,
  'home.correct-parts': contractor,
  'home.self-check': contractor,
  'home.commission': contractor,
  'home.inspect': ({ supervisorName }) => `监理单位 ${supervisorName ?? ''}`,
  'home.sign-off-village': ({ villageName }) => `村居 ${villageName}`,
  'home.sign-off-town': ({ townName }) => `镇街 ${townName}`,
  'home.check-town': ({ townName }) => `镇街抽检 ${townName}`,
  'home.check-county': () => '住建局抽检',
}
