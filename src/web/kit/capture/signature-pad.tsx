import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../language/use-words.ts'
import { draw, isSignature, type Stroke } from './strokes.ts'

interface Props {
  /** The signature as a PNG after each stroke, or null while there is none. */
  onChange: (signature: Blob | null) => void
  /** Who signs, shown on the line. */
  signer?: string
  disabled?: boolean
}

/** Signing by finger, pen or mouse. */
export function SignaturePad({ onChange, signer, disabled = false }: Props) {
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const current = useRef<{ x: number; y: number }[] | null>(null)

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const fit = () => {
      const ratio = window.devicePixelRatio || 1
      element.width = Math.round(element.clientWidth * ratio)
      element.height = Math.round(element.clientHeight * ratio)
      draw(element, strokes)
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [strokes])

  const pointOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (disabled || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    current.current = [pointOf(event)]
  }

  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current.current) return
    current.current.push(pointOf(event))
    draw(event.currentTarget, [...strokes, current.current])
  }

  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current.current) return
    const all = [...strokes, current.current]
    current.current = null
    setStrokes(all)
    if (isSignature(all)) event.currentTarget.toBlob(onChange, 'image/png')
  }

  const undo = () => {
    const rest = strokes.slice(0, -1)
    setStrokes(rest)
    if (canvas.current) draw(canvas.current, rest)
    if (isSignature(rest)) canvas.current?.toBlob(onChange, 'image/png')
    else onChange(null)
  }

  const clear = () => {
    setStrokes([])
    onChange(null)
  }

  return (
    <div className="signature">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('kit.signature')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {strokes.length === 0 && <span className="signature-hint">{t('kit.signature.hint')}</span>}
      <div className="signature-line">
        <span>{signer}</span>
        <button
          type="button"
          className="plain-button"
          onClick={undo}
          disabled={disabled || strokes.length === 0}
        >
          {t('kit.signature.undo')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={clear}
          disabled={disabled || strokes.length === 0}
        >
          {t('kit.signature.clear')}
        </button>
      </div>
    </div>
  )
}
