import { normaliseName } from '../../../kernel/standards/names.ts'

/** A name as lines of sources are searched by it. */
export const rowNameKey = (name: string): string => normaliseName(name).replace(/·/gu, '').toLowerCase()
