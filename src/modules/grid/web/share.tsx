/** A share of one in percent, to a tenth. */
export const Share = ({ of }: { of: number }) => <span className="figure">{(of * 100).toFixed(1)}%</span>

/** A likelihood in whole percent; readings alone are never certain, either way. */
export const percentLikely = (probability: number): number =>
  Math.min(99, Math.max(1, Math.round(probability * 100)))
