import { Progress } from 'antd'
import type { HowFar as Told } from '../api/use-progress.ts'
import { useWords } from '../language/use-words.ts'

/** How far something long is, and at what; the label is a word key or a plain text. */
export function HowFar({ progress: { done, label } }: { progress: Told }) {
  const { find } = useWords()
  return (
    <div className="how-far" role="status">
      <Progress percent={Math.floor(done * 100)} size="small" />
      {label && <span className="quiet">{find(label) ?? label}</span>}
    </div>
  )
}
