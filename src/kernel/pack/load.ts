import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { packFromContent } from './content.ts'
import type { Pack } from './pack.ts'

/** The text of a pack folder's files, by name: what the database keeps beside every decision. */
export async function readPackFolder(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
  )
  return Object.fromEntries(texts)
}

/** Loads and checks a pack. Throws a `PackError` with every problem found. */
export async function loadPack(folder: string): Promise<Pack> {
  return packFromContent(await readPackFolder(folder), path.basename(folder))
}
