import { defineModule } from '../../kernel/act/define.ts'
import { importSource } from './acts/import.ts'
import { keepMapping } from './acts/keep-mapping.ts'
import { undoSource } from './acts/undo.ts'
import { sourceExport, sourceMarked, sourceTemplate } from './downloads.ts'
import { sourceDryRun } from './queries/dry-run.ts'
import { sourceKindList, sourceList, sourcePage } from './queries/list.ts'
import { sourceRows } from './queries/rows.ts'
import { reactions } from './reactions.ts'

export const sources = defineModule({
  name: 'sources',
  acts: [importSource, undoSource, keepMapping],
  queries: [sourceKindList, sourceList, sourcePage, sourceRows, sourceDryRun],
  downloads: [sourceExport, sourceTemplate, sourceMarked],
  reactions,
  subjects: {},
})
