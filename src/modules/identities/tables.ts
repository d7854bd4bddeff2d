import type { Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { Suspicion } from './model.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    identity: {
      county: number
      id: string
      list: 'home' | 'earlier'
      line: string | null
      village: string | null
      name: string | null
      name_sound: string | null
      id_number: string | null
      id_number_ends: string | null
      id_number_birth: string | null
      id_number_repairs: string[] | null
      telephone: string | null
      address: string | null
      address_numbers: string | null
      address_last: string | null
      account: string | null
      title: string | null
      seal: Buffer
    }
    match_model: {
      county: number
      id: string
      question: 'person' | 'dwelling'
      between_lists: boolean
      records: number
      weights: Json
      made_on: Day
      act: string
    }
    match_pair: {
      county: number
      first: string
      second: string
      earlier: boolean
      near: boolean
      levels: number[]
      rare: number
      person_bits: number
      dwelling_bits: number
      person_model: string
      dwelling_model: string
      exact: number
      same_house: Generated<boolean>
      found_on: Day
      act: string
      state: Generated<'open' | 'papers' | 'decided'>
      same_person: boolean | null
      same_dwelling: boolean | null
      decision: string | null
    }
    match_pointed: {
      county: number
      first: string
      second: string
      suspected: Suspicion
      reason: string
      pointed_on: Day
      pointed_by: string
      act: string
    }
    match_decision: {
      county: number
      id: string
      first: string
      second: string
      answer: string
      same_person: boolean | null
      same_dwelling: boolean | null
      reason: string
      papers_by: Generated<Day | null>
      papers: Generated<string[]>
      first_seal: Buffer
      second_seal: Buffer
      family: Generated<number>
      decided_on: Day
      decided_by: string
      act: string
    }
  }
}
