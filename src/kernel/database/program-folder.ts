import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout or installation: the nearest one above this file with a package.json and migrations. */
export function programFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!(existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'migrations')))) {
    const above = path.dirname(folder)
    if (above === folder)
      throw new Error('The program folder with package.json and migrations was not found.')
    folder = above
  }
  return folder
}
