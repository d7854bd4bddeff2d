import { defineModule } from '../../kernel/act/define.ts'
import { drawAuditSample, examineHome } from './acts/sample.ts'
import { auditExport, auditWorkingSet } from './downloads.ts'
import { auditChecked, auditChecks } from './queries/checks.ts'
import { auditLooks } from './queries/looks.ts'
import { auditSample, auditSamples, auditSampleSize } from './queries/samples.ts'

export const audit = defineModule({
  name: 'audit',
  acts: [drawAuditSample, examineHome],
  queries: [auditChecks, auditChecked, auditSamples, auditSample, auditSampleSize, auditLooks],
  downloads: [auditExport, auditWorkingSet],
  reactions: [],
  subjects: { 'audit-sample': 'audit_sample' },
})
