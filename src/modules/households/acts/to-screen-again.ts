/** More homes than this are not listed in an act's result: then the whole register is screened again. */
const mostListed = 500

/** What an act tells its follow-up: whose answer may have changed by it, besides its own subjects. */
export type ToScreenAgain = { partners?: string[]; everywhere?: true }

export function toScreenAgain(partners: readonly string[]): ToScreenAgain {
  if (partners.length === 0) return {}
  return partners.length <= mostListed ? { partners: [...partners] } : { everywhere: true }
}
