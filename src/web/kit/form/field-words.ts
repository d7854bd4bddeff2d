import type { Speech } from '../language/use-words.ts'
import type { Choice } from './fields.ts'

/** `field.<kind>.<name>` where an act names it its own way, else `field.<name>`. */
export const fieldLabel = ({ find }: Speech, kind: string, name: string): string =>
  find(`field.${kind}.${name}`) ?? find(`field.${name}`) ?? name

export const fieldHelp = ({ find }: Speech, kind: string, name: string): string | undefined =>
  find(`help.${kind}.${name}`) ?? find(`help.${name}`)

/** `choice.<name>.<value>`, or `<name>.<value>` as lists use it. */
export const choiceLabel = ({ find }: Speech, name: string, value: Choice): string =>
  find(`choice.${name}.${value}`) ?? find(`${name}.${value}`) ?? String(value)
