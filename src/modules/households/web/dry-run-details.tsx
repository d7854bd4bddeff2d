import { Table } from 'antd'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import './register.css'

/** Fewer are read through one by one. */
const manyProblems = 20

type DryRun = Answer<'register.dry-run'>

/** What the workbook holds, before it is imported: kinds of problems, homes by village, the first rows as understood. */
export function DryRunDetails({ run }: { run: DryRun }) {
  const { t, pick } = useWords()
  return (
    <>
      {run.errors + run.warnings > manyProblems && (
        <ul className="plain-list">
          {run.kinds.map(({ code, severity, words, count }) => (
            <li key={code}>
              <b>{t(severity === 'error' ? 'imports.error' : 'imports.warning')}</b> × {count} ·{' '}
              {count > 1 && t('imports.for-example')}
              {pick(words)}
            </li>
          ))}
        </ul>
      )}
      {run.villages.length > 0 && (
        <details open={run.villages.length <= 12}>
          <summary>{t('imports.by-village', { count: run.villages.length })}</summary>
          <Table
            size="small"
            rowKey="village"
            dataSource={run.villages}
            pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('field.town'), dataIndex: 'townName' },
              { title: t('field.village'), dataIndex: 'villageName' },
              {
                title: t('field.homes'),
                align: 'right',
                render: (_, { homes }) => <Count of={homes} />,
              },
            ]}
          />
        </details>
      )}
      {run.sample.length > 0 && (
        <details>
          <summary>{t('imports.sample')}</summary>
          <Table
            size="small"
            rowKey={({ sheet, row }) => `${sheet} ${row}`}
            dataSource={run.sample}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('imports.row'), dataIndex: 'row' },
              { title: t('field.village'), dataIndex: 'villageName' },
              { title: t('field.householder'), dataIndex: ['fields', 'householder'] },
              { title: t('field.idNumber'), dataIndex: ['fields', 'idNumber'] },
              { title: t('field.accountNumber'), dataIndex: ['fields', 'accountNumber'] },
              { title: t('field.address'), dataIndex: ['fields', 'address'] },
              { title: t('field.wantedUnits'), dataIndex: ['fields', 'wantedUnits'], align: 'right' },
            ]}
          />
        </details>
      )}
    </>
  )
}
