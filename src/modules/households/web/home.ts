import type { Answer } from '../../../web/kit/api/names.ts'

export type Home = Answer<'home.page'>
