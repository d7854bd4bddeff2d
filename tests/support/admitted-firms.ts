import { newId } from '../../src/kernel/identity/id.ts'
import { aModel, anAdmission, somePapers } from '../../src/modules/suppliers/samples.ts'
import { county as countyId, type TestCounty } from './county.ts'

/** The county's contractors and supervisors admitted against the access standard, and a maker of equipment too. */
export async function admittedFirms(county: TestCounty) {
  const { actors, organisations } = county
  const pack = await county.program.packs.inForce(countyId)
  const paper = await county.evidence('document')
  const maker = newId()
  await county.done(county.self, 'organisation.register', {
    id: maker,
    kind: 'maker',
    name: `甲暖通设备厂${maker.slice(-4)}(模拟)`,
    synthetic: true,
  })
  const admit = (firm: string, kind: string) =>
    county.done(
      actors.bureauOfficer,
      'firm.admit',
      anAdmission({ firm, papers: somePapers(pack, kind, paper.digest) }),
      [paper],
    )
  await admit(organisations.contractor, 'contractor')
  await admit(organisations.otherContractor, 'contractor')
  await admit(organisations.supervisor, 'supervisor')
  await admit(organisations.otherSupervisor, 'supervisor')
  await admit(maker, 'maker')
  return {
    maker,
    paper,
    /** A model of the maker with all its certificates, to be admitted with `paper`. */
    model: (given: Partial<Parameters<typeof aModel>[0]> = {}) =>
      aModel({ firm: maker, papers: somePapers(pack, 'model', paper.digest), ...given }),
  }
}
