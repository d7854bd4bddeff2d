import type { z } from 'zod'
import { newId } from '../../kernel/identity/id.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import type { RegisterWorker } from './model.ts'

type Worker = z.input<typeof RegisterWorker>

export const aWorker = (given: Partial<Worker> & Pick<Worker, 'firm' | 'idNumber'>): Worker => ({
  id: newId(),
  name: '张三（模拟）',
  trade: 'installer',
  telephone: '13800000000',
  contractSignedOn: '2023-05-01',
  ...given,
})

/** A line of 工人实名册 as a firm types it. */
export type WorkerLine = Record<
  '姓名' | '身份证号' | '联系电话' | '工种' | '劳动合同签订日期' | '进场日期',
  string
>

export const aWorkerLine = (given: Partial<WorkerLine> & Pick<WorkerLine, '身份证号'>): WorkerLine => ({
  姓名: '李四（模拟）',
  联系电话: '13800000001',
  工种: '电工',
  劳动合同签订日期: '2023-05-01',
  进场日期: '2023-05-10',
  ...given,
})

export const aWorkerTable = (lines: readonly WorkerLine[]): Promise<Uint8Array> =>
  bytesOf(
    writeTable<WorkerLine>({
      name: '实名册',
      columns: (['姓名', '身份证号', '联系电话', '工种', '劳动合同签订日期', '进场日期'] as const).map(
        (label) => ({
          label,
          kind: 'text' as const,
          value: (line: WorkerLine) => line[label],
        }),
      ),
      rows: lines,
    }),
  )
