/** How long an objection and its answer are, wherever they are written: at the door, in every form, in the words. */
export const saidLength = { least: 5, most: 1000 } as const

/** Characters as people count them: what stands blank around the text is none, and a rare character is one. */
export function isLongEnough(text: string): boolean {
  return Array.from(text.trim()).length >= saidLength.least
}
