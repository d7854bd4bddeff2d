import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
  PieChartOutlined,
} from '@ant-design/icons'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { SourceState } from '../rules/due.ts'

const looks = {
  missing: { tone: 'answer answer-no', icon: <ExclamationCircleOutlined /> },
  'out-of-date': { tone: 'answer answer-unknown', icon: <ClockCircleOutlined /> },
  partly: { tone: 'answer answer-unknown', icon: <PieChartOutlined /> },
  current: { tone: 'answer answer-yes', icon: <CheckCircleOutlined /> },
  'not-required': { tone: 'quiet', icon: <MinusCircleOutlined /> },
} as const satisfies Record<SourceState, object>

/** Where a kind of list stands, told by colour, sign and word. */
export function SourceStateMark({ state }: { state: SourceState }) {
  const { t } = useWords()
  const { tone, icon } = looks[state]
  return (
    <span className={tone}>
      {icon} {t(`choice.source-state.${state}`)}
    </span>
  )
}
