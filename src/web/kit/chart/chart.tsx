import type { EChartsCoreOption } from 'echarts/core'
import type * as Drawing from './drawing.ts'
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'

interface Props {
  option: EChartsCoreOption
  /** In pixels. */
  height: number
  /** What the plot shows, for those who hear it. */
  label: string
  /** The address a plotted value opens. */
  open?: (value: { seriesIndex?: number; dataIndex: number; name: string }) => string | undefined
}

/** A plot in the house's colours; the drawing library is loaded when the first one is shown. */
export function Chart({ option, height, label, open }: Props) {
  const { t, language } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const go = useGo()
  const [drawing, setDrawing] = useState<typeof Drawing>()
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let gone = false
    import('./drawing.ts').then(
      (loaded) => {
        if (!gone) setDrawing(loaded)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [])

  useEffect(() => {
    const element = frame.current
    if (!drawing || !element) return
    const chart = drawing.drawOn(element, language)
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [drawing, language])

  useEffect(() => {
    const element = frame.current
    if (!drawing || !element) return
    const chart = drawing.chartOn(element)
    chart?.setOption(option, { notMerge: true })
    chart?.off('click')
    if (open)
      chart?.on('click', ({ seriesIndex, dataIndex, name }) => {
        const to = open({ seriesIndex, dataIndex, name })
        if (to) go(to)
      })
  }, [drawing, language, option, open, go])

  return (
    <div ref={frame} className="chart" style={{ height }} role="img" aria-label={label}>
      {failed && t('kit.chart.failed')}
    </div>
  )
}
