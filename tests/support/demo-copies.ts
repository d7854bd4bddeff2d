import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** Where the files of a run keep the demo county one of them has loaded, for the others to copy. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-demos-'))
  await chmod(folder, 0o755)
  process.env.QINGNUAN_TEST_DEMOS = folder
  return () => rm(folder, { recursive: true, force: true })
}
