import { v7 } from 'uuid'

/** A UUIDv7: unique without asking anyone, and in the order of making. */
export const newId = (): string => v7()
