import { Segmented } from 'antd'
import './works.css'

interface Props<S extends string> {
  steps: readonly S[]
  labelOf: (step: S) => string
  counts: readonly { step: S; homes: number }[]
  value: S
  onChange: (step: S) => void
}

/** The steps of a work list with how many homes wait at each. */
export function StepChoice<S extends string>({ steps, labelOf, counts, value, onChange }: Props<S>) {
  const waiting = (step: S) => counts.reduce((sum, row) => (row.step === step ? sum + row.homes : sum), 0)
  return (
    <Segmented<S>
      block
      size="large"
      className="step-choice"
      value={value}
      onChange={onChange}
      options={steps.map((step) => ({
        value: step,
        label: (
          <>
            {labelOf(step)} <span className="figure">{waiting(step).toLocaleString('en-US')}</span>
          </>
        ),
      }))}
    />
  )
}

/** Villages in which something waits, for a filter. */
export function villageOptions(counts: readonly { village: string; villageName: string }[]) {
  return [...new Map(counts.map(({ village, villageName }) => [village, villageName]))].map(
    ([value, label]) => ({
      value,
      label,
    }),
  )
}
