import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { aMalformedFile } from '../src/kernel/sheets/malformed-samples.ts'
import { registerForm } from '../src/modules/households/rules/register-form.ts'
import { inventRegister } from './county.ts'

/** Writes malformed registers to a folder, in a process of its own: some are made from half a gigabyte. */
const [folder = '', count = ''] = process.argv.slice(2)
const { rows } = await inventRegister(200)
const { columns } = registerForm()
const texts = [
  columns.map(({ label }) => label),
  ...rows.map((row) => columns.map(({ field }) => String(row[field] ?? ''))),
]
for (let seed = 0; seed < Number(count); seed++) {
  const { bytes } = await aMalformedFile(seed, texts)
  await writeFile(path.join(folder, String(seed)), bytes)
}
