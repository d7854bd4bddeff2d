/**
 * Tables without a `county` of their own in the key: small, shared by all counties, reference tables where the
 * database is distributed. Every other table is a county's, and the schema test holds it to that (design §5).
 */
export const sharedTables = ['county', 'sign_in_name', 'sign_in_throttle', 'migration'] as const
