import { createHash } from 'node:crypto'
import { measuredWorks, type Pack } from '../../../kernel/pack/pack.ts'
import type { SignedPaper } from '../../../kernel/pack/schema.ts'
import { commitmentBefore } from './papers-before.ts'

/** What households of this pack sign, by the words of homes with machines. */
export const papersOf = ({ papers }: Pick<Pack, 'papers'>): readonly SignedPaper[] =>
  papers.length > 0 ? papers : [commitmentBefore]

/** The paper by the words of homes with machines, or of measured parts; none where those do not sign it (§1.2). */
export const wordedFor = (paper: SignedPaper, isByParts: boolean): SignedPaper[] => {
  const { ofParts, ...general } = paper
  if (!isByParts || ofParts === undefined) return [general]
  return ofParts === false ? [] : [{ ...general, ...ofParts }]
}

/** What this home signs. */
export const papersFor = (pack: Pack, home: Parameters<typeof measuredWorks>[1]): readonly SignedPaper[] =>
  papersOf(pack).flatMap((paper) => wordedFor(paper, measuredWorks(pack, home) !== undefined))

/** SHA-256, hex, of the Chinese text: its title, items and data-use notice, one a line. */
export function paperDigest({ title, items, dataUse }: SignedPaper): string {
  const text = [title, ...items, ...(dataUse ? [dataUse] : [])].map((said) => said.zh).join('\n')
  return createHash('sha256').update(text).digest('hex')
}

/** A paper as a screen shows it, with the digest of what is shown. */
export const shownPaper = (paper: SignedPaper) => {
  const { id, title, items, by, dataUse = null, from, until, withContractor = false } = paper
  return { id, title, items, by, dataUse, from, until, withContractor, digest: paperDigest(paper) }
}
export type ShownPaper = ReturnType<typeof shownPaper>
