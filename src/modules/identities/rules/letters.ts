/** Places of the letters of a text that another has not at the same place, counted from whichever end fits better. */
export function differingPlaces(text: string, beside: string): number[] {
  const own = [...text]
  const other = [...beside]
  const shift = other.length - own.length
  const fromFront = [...own.keys()].filter((at) => own[at] !== other[at])
  const fromEnd = [...own.keys()].filter((at) => own[at] !== other[at + shift])
  return fromEnd.length < fromFront.length ? fromEnd : fromFront
}
