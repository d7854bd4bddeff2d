/** What may wait for somebody: the act it waits for, and the address of exactly what is counted. */
export interface WorkItem {
  key: string
  /** The act's permission: whoever holds it is waited for, where they hold it. */
  permission: string
  to: string
}

/** In the order of the road; a person sees the ones of their own duties. */
export const workItems = [
  { key: 'no-route', permission: 'village.decide-route', to: '/villages?state=no-route' },
  { key: 'no-lot', permission: 'village.join-lot', to: '/villages?state=no-lot' },
  { key: 'lots-to-award', permission: 'lot.award', to: '/lots?awarded=no' },
  { key: 'certificates', permission: 'equipment.admit', to: '/models?papers=running-out' },
  { key: 'sources-due', permission: 'source.import', to: '/sources' },
  { key: 'to-verify', permission: 'home.settle-fact', to: '/register?stage=applied,screened&answer=unknown' },
  {
    key: 'names-to-look-at',
    permission: 'home.settle-fact',
    to: '/register?stage=applied,screened&names=look',
  },
  {
    key: 'names-to-correct',
    permission: 'home.correct',
    to: '/register?stage=applied,screened,noticed&names=differ',
  },
  {
    key: 'duplicates',
    permission: 'pair.decide',
    to: '/duplicates',
  },
  { key: 'exceptions', permission: 'home.grant-exception', to: '/exceptions' },
  { key: 'to-notice', permission: 'notice.open', to: '/notices' },
  { key: 'to-post', permission: 'notice.post', to: '/notices?phase=running' },
  { key: 'objections', permission: 'objection.decide', to: '/objections?state=open' },
  { key: 'objections-to-follow', permission: 'objection.decide', to: '/objections?state=to-follow' },
  { key: 'to-confirm', permission: 'notice.confirm', to: '/notices?phase=to-confirm' },
  { key: 'changes-asked', permission: 'change.approve', to: '/changes?state=asked' },
  { key: 'to-assign', permission: 'village.assign', to: '/villages?stage=confirmed' },
  { key: 'plans-to-propose', permission: 'plan.propose', to: '/plans?state=none' },
  { key: 'plans-to-agree', permission: 'plan.decide', to: '/plans?state=proposed' },
  { key: 'lots-behind', permission: 'village.assign', to: '/schedule?behind=yes' },
  { key: 'own-lots-behind', permission: 'plan.propose', to: '/schedule?behind=yes' },
  { key: 'sent-back', permission: 'home.self-check', to: '/installations?step=sent-back' },
  { key: 'to-install', permission: 'home.install', to: '/installations?step=to-install' },
  { key: 'to-self-check', permission: 'home.self-check', to: '/installations?step=to-self-check' },
  { key: 'to-take-back', permission: 'home.return-devices', to: '/installations?step=to-take-back' },
  { key: 'crew-to-name', permission: 'home.install', to: '/crewless' },
  { key: 'damage-to-repair', permission: 'damage.repair', to: '/matters?kind=damage&state=open' },
  { key: 'damage-overdue', permission: 'damage.repair', to: '/matters?kind=damage&state=overdue' },
  { key: 'hazards-to-remove', permission: 'hazard.remove', to: '/matters?kind=hazard&state=open' },
  { key: 'hazards-overdue', permission: 'hazard.recheck', to: '/matters?kind=hazard&state=overdue' },
  { key: 'hazards-to-recheck', permission: 'hazard.recheck', to: '/matters?kind=hazard&state=to-recheck' },
  { key: 'permits-overdue', permission: 'permit.apply', to: '/matters?kind=permit&state=overdue' },
  { key: 'wages-late', permission: 'wage.prove', to: '/wages?state=late' },
  { key: 'wages-to-urge', permission: 'wage.urge', to: '/wages?state=late' },
  { key: 'wages-escalated', permission: 'wage.interview', to: '/wages?state=escalated' },
  { key: 'to-visit', permission: 'home.inspect', to: '/inspections?step=to-visit' },
  { key: 'sign-off-village', permission: 'home.sign-off-village', to: '/sign-offs/village' },
  { key: 'sign-off-town', permission: 'home.sign-off-town', to: '/sign-offs/town' },
  { key: 'to-draw-town', permission: 'sample.draw-town', to: '/samples?town=none' },
  { key: 'to-draw-county', permission: 'sample.draw-county', to: '/samples?county=none' },
  { key: 'to-check-town', permission: 'home.check-town', to: '/checks/town' },
  { key: 'to-check-county', permission: 'home.check-county', to: '/checks/county' },
  { key: 'dossier-papers', permission: 'dossier.add-paper', to: '/dossiers/homes?bring=mine' },
  { key: 'held', permission: 'held.settle', to: '/held?state=held' },
  { key: 'doubts', permission: 'doubt.settle', to: '/doubts?state=open' },
  { key: 'claims-returned', permission: 'claim.submit', to: '/claims?state=returned' },
  { key: 'claims-submitted', permission: 'claim.review', to: '/claims?state=submitted' },
  { key: 'claims-reviewed', permission: 'claim.approve', to: '/claims?state=reviewed' },
  { key: 'claims-approved', permission: 'claim.pay', to: '/claims?state=approved' },
  { key: 'usage-missing', permission: 'usage.import', to: '/seasons' },
  { key: 'readings-sent-back', permission: 'usage.import', to: '/seasons' },
  { key: 'statements-missing', permission: 'statement.draw-up', to: '/seasons' },
  { key: 'statements-sent-back', permission: 'statement.draw-up', to: '/seasons' },
  { key: 'statements-town', permission: 'statement.review-town', to: '/seasons' },
  { key: 'statements-bureau', permission: 'statement.review-bureau', to: '/seasons' },
  { key: 'statements-to-pay', permission: 'batch.freeze', to: '/seasons' },
  { key: 'batches-open', permission: 'receipt.import', to: '/batches' },
  { key: 'payments-failed', permission: 'payment.retry', to: '/batches' },
  { key: 'recoveries', permission: 'recovery.repay', to: '/recoveries?state=open' },
] as const satisfies readonly WorkItem[]

export type WorkKey = (typeof workItems)[number]['key']
