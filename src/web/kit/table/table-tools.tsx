import { App, Button, Checkbox, Popover, Segmented } from 'antd'
import { useState } from 'react'
import { downloadNamed } from '../api/download.ts'
import { troubleOf } from '../api/trouble.ts'
import { useWords } from '../language/use-words.ts'
import { troubleText } from '../states/trouble-note.tsx'
import { type Column, isShown, type TableView } from './columns.ts'

interface Props<Row> {
  columns: readonly Column<Row>[]
  view: TableView
  onView: (view: TableView) => void
  exports?: string
  asked: Record<string, unknown>
  narrow: boolean
}

/** Beside the filters: which columns, how dense, and the list as a workbook. */
export function TableTools<Row>({ columns, view, onView, exports, asked, narrow }: Props<Row>) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [making, setMaking] = useState(false)
  const exportIt = async (name: string) => {
    setMaking(true)
    try {
      await downloadNamed(name, asked)
    } catch (error) {
      void message.error(troubleText(speech, troubleOf(error)))
    } finally {
      setMaking(false)
    }
  }
  const toggle = (key: string) => {
    const switched = view.switched.includes(key)
      ? view.switched.filter((k) => k !== key)
      : [...view.switched, key]
    onView({ ...view, switched })
  }
  const chooser = (
    <div className="column-chooser">
      {columns.slice(1).map((column) => (
        <Checkbox key={column.key} checked={isShown(column, view)} onChange={() => toggle(column.key)}>
          {t(column.title ?? `field.${column.key}`)}
        </Checkbox>
      ))}
      {!narrow && (
        <Segmented
          size="small"
          value={view.dense}
          options={[
            { value: true, label: t('kit.table.dense') },
            { value: false, label: t('kit.table.roomy') },
          ]}
          onChange={(dense) => onView({ ...view, dense })}
        />
      )}
    </div>
  )
  return (
    <div className="table-tools">
      <Popover trigger="click" placement="bottomRight" content={chooser} title={t('kit.table.columns')}>
        <Button>{t('kit.table.view')}</Button>
      </Popover>
      {exports && (
        <Button loading={making} onClick={() => void exportIt(exports)}>
          {t('kit.table.export')}
        </Button>
      )}
    </div>
  )
}
