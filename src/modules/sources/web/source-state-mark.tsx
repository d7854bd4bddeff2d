import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons'
import { Tag } from 'antd'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { SourceState } from '../rules/due.ts'

const looks = {
  missing: { color: 'error', icon: <ExclamationCircleOutlined /> },
  'out-of-date': { color: 'warning', icon: <ClockCircleOutlined /> },
  current: { color: 'success', icon: <CheckCircleOutlined /> },
  'not-required': { color: 'default', icon: <MinusCircleOutlined /> },
} as const satisfies Record<SourceState, object>

/** Where a kind of list stands, told by colour, sign and word. */
export function SourceStateMark({ state }: { state: SourceState }) {
  const { t } = useWords()
  return (
    <Tag color={looks[state].color} icon={looks[state].icon}>
      {t(`choice.source-state.${state}`)}
    </Tag>
  )
}
