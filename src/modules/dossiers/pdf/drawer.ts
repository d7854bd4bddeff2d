import { createRequire } from 'node:module'
import path from 'node:path'
import { programFolder } from '../../../kernel/database/program-folder.ts'
import { withThread } from '../../../kernel/documents/thread.ts'
import type { DossierSheets } from './sheets.ts'

/** Draws dossiers as PDF, with the two weights of one font. */
export function withDrawer<R>(work: (draw: (sheets: DossierSheets) => Promise<Uint8Array>) => Promise<R>) {
  const fonts = createRequire(path.join(programFolder(), 'package.json'))
  const weight = (name: string) => fonts.resolve(`@expo-google-fonts/noto-sans-sc/${name}`)
  return withThread<DossierSheets, R>(
    {
      name: 'draw-worker',
      source: new URL('./draw-worker.ts', import.meta.url),
      workerData: {
        normal: weight('400Regular/NotoSansSC_400Regular.ttf'),
        bold: weight('500Medium/NotoSansSC_500Medium.ttf'),
      },
    },
    work,
  )
}
