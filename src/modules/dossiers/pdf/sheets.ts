/** A home's dossier as it is drawn: texts only, and the photographs' bytes. */
export interface DossierSheets {
  county: string
  programme: string
  town: string
  village: string
  sequence: number
  householder: string
  printedOn: string
  completeness: string
  index: { number: number; label: string; state: string; remark: string }[]
  sections: { title: string; facts: [label: string, value: string][] }[]
  photographs: Photograph[]
  /** Files that are not drawn, and why. */
  named: { label: string; digest: string; why: string }[]
  acts: { on: string; act: string; by: string; position: string; leaf: string }[]
  log: { size: number; root: string; madeAt: string; keyId: string; unsealed: number } | null
}

export interface Photograph {
  digest: string
  caption: string
  mediaType: string
  bytes: Uint8Array
}
