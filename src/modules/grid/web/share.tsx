/** A share of one in percent, to a tenth. */
export const Share = ({ of }: { of: number }) => <span className="figure">{(of * 100).toFixed(1)}%</span>
