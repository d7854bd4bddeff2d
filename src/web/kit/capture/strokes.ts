/** A signature as its strokes, in shares of the pad's width and height, so that it survives a turned phone. */
export type Stroke = readonly { x: number; y: number }[]

/** The length of all strokes in pad widths: a dot or a slip of the finger is no signature. */
export function lengthOf(strokes: readonly Stroke[]): number {
  return strokes.reduce(
    (sum, stroke) =>
      sum +
      stroke.reduce((length, point, i) => {
        const before = stroke[i - 1]
        return before ? length + Math.hypot(point.x - before.x, point.y - before.y) : 0
      }, 0),
    0,
  )
}

export const isSignature = (strokes: readonly Stroke[]): boolean => lengthOf(strokes) >= 0.3

/** Draws on paper white: the file is looked at later on any background. */
export function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const { width, height } = canvas
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.strokeStyle = '#16202b'
  pen.lineWidth = Math.max(2, width / 220)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const stroke of strokes) {
    pen.beginPath()
    stroke.forEach(({ x, y }, i) =>
      i === 0 ? pen.moveTo(x * width, y * height) : pen.lineTo(x * width, y * height),
    )
    pen.stroke()
  }
}
