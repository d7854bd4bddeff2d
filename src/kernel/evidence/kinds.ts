import type { MediaType } from './media-type.ts'

const images = ['image/jpeg', 'image/png', 'image/webp'] as const
const tables = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
] as const

/**
 * What a file may be to count as evidence of a kind. No table but a workbook: it holds other people's rows, and is
 * opened to nobody but whoever brought it.
 */
const kinds = {
  photo: images,
  signature: images,
  document: [...images, 'application/pdf'],
  minutes: [...images, 'application/pdf'],
  // Shows numbers that are masked elsewhere: opened as they are unmasked.
  personal: [...images, 'application/pdf'],
  workbook: tables,
} satisfies Record<string, readonly MediaType[]>

export type EvidenceKind = keyof typeof kinds
export const evidenceKinds = Object.keys(kinds) as EvidenceKind[]

/** The media types of a kind of evidence; none for a kind that there is not. */
export const mediaTypesOf = (kind: string): readonly MediaType[] =>
  evidenceKinds.includes(kind as EvidenceKind) ? kinds[kind as EvidenceKind] : []
