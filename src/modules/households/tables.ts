import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'
import type { SigningWay } from './model/papers.ts'
import type { ExceptionState } from './model/register.ts'

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    register_import: {
      county: number
      id: string
      area: string
      file_digest: Buffer
      file_name: string
      homes: number
      imported_on: Day
      imported_by: string
      act: string
      undone_act: string | null
      undone_on: Day | null
      undone_by: string | null
    }
    home: {
      county: number
      id: string
      town: string
      village: string
      sequence: number
      line: 'heating' | 'building'
      area_kind: 'urban' | 'rural'
      village_group: string | null
      householder: string
      householder_key: string
      householder_pinyin: string
      householder_initials: string
      sex: string | null
      id_number: Buffer | null
      id_number_index: Buffer | null
      id_last_four_index: Buffer | null
      telephone: Buffer | null
      telephone_index: Buffer | null
      bank_card: Buffer | null
      bank_card_index: Buffer | null
      residents: number | null
      registered_at: string | null
      actual_resident: boolean | null
      permanently_resident: boolean | null
      hardship: string | null
      helped_before: boolean | null
      wishes: boolean | null
      address: string
      title_kind: string | null
      title_number: string | null
      title_index: string | null
      title_owner: string | null
      dwelling_kind: string | null
      in_demolition_plan: boolean | null
      building_area_m2: number | null
      heating_area_m2: number | null
      former_heating: string | null
      coal_tonnes: number | null
      account_holder: string | null
      account_number: string | null
      account_key: string | null
      transformer_area: string | null
      wanted_equipment: string | null
      wanted_units: number | null
      contribution_fen: number | null
      remark: string | null
      stage: string
      coal_finding: Generated<string | null>
      ended: 'withdrawn' | 'refused' | 'revoked' | null
      answer: Generated<'yes' | 'no' | 'unknown'>
      failed_rules: Generated<number>
      unknown_rules: Generated<number>
      duplicates: Generated<number>
      match_flags: Generated<number>
      screening: string | null
      screened_as: Buffer | null
      contractor: string | null
      supervisor: string | null
      applied_on: Day
      confirmed_on: Day | null
      accepted_on: Day | null
      synthetic: Generated<boolean>
      import: string | null
      import_row: number | null
      /** The approved change for which it has to be on a notice. */
      change: Generated<string | null>
      act: string
    }
    screening: {
      county: number
      id: string
      home: string
      rule_group: string
      answer: 'yes' | 'no' | 'unknown'
      failed_rules: number
      unknown_rules: number
      decided_on: Day
      pack: string
      facts: Json
      act: string
    }
    settled_fact: {
      county: number
      id: string
      home: string
      fact: string
      value: boolean | null
      reason: string
      exception: Generated<boolean>
      act: string
      superseded_act: Generated<string | null>
    }
    exception_request: {
      county: number
      id: string
      home: string
      fact: string
      reason: string
      asked_by: string
      asked_on: Day
      state: ExceptionState
      answer: string | null
      decided_by: string | null
      decided_on: Day | null
      ended_by: Generated<string | null>
      ended_on: Generated<Day | null>
      end_reason: Generated<string | null>
      act: string
    }
    home_correction: {
      county: number
      id: string
      home: string
      field: string
      before: Buffer | null
      after: Buffer | null
      reason: Buffer
      corrected_on: Day
      corrected_by: string
      act: string
    }
    home_change: {
      county: number
      id: string
      number: number
      town: string
      village: string
      line: 'heating' | 'building'
      kind: 'add' | 'return' | 'withdraw' | 'refuse' | 'demolish' | 'die' | 'correct' | 'move' | 'succeed'
      home: string
      enters: string | null
      happened_on: Day
      stage: string
      reason: Buffer
      changes: Buffer | null
      passed: Generated<string[]>
      passed_reason: Buffer | null
      explained: Buffer | null
      papers: Json
      state: 'asked' | 'approved' | 'declined' | 'recalled' | 'undone'
      asked_on: Day
      asked_by: string
      answer: Generated<Buffer | null>
      decided_on: Generated<Day | null>
      decided_by: Generated<string | null>
      act: string
      decide_act: Generated<string | null>
      undo_act: Generated<string | null>
    }
    notice: {
      county: number
      id: string
      village: string
      town: string
      number: number
      opened_on: Day
      opened_by: string
      closes_on: Day
      posted_on: Day | null
      posted_by: string | null
      state: 'open' | 'confirmed'
      confirmed_on: Day | null
      web_key: string
      act: string
    }
    notice_home: {
      county: number
      notice: string
      home: string
      position: number
      published: Json
      fingerprint: Buffer
      outcome: 'confirmed' | 'returned' | 'ended' | null
      outcome_reason: string | null
      outcome_act: string | null
      change: Generated<string | null>
    }
    objection: {
      county: number
      id: string
      first: string
      notice: string
      home: string | null
      way: 'in-person' | 'own' | 'web'
      speaker: string | null
      said: Buffer
      contact: Buffer | null
      receipt: string
      raised_on: Day
      raised_by: string
      state: 'open' | 'upheld' | 'rejected' | 'narrowed'
      fact: string | null
      answer: string | null
      answered_on: Day | null
      decided_by: string | null
      decide_act: string | null
      follow_up: string | null
      follow_up_who: string | null
      follow_up_by: Day | null
      followed: string | null
      followed_on: Day | null
      followed_by: string | null
      follow_act: string | null
      heard: Generated<Buffer | null>
      heard_on: Generated<Day | null>
      about_own: Generated<boolean>
      paper: Generated<string | null>
      act: string
    }
    home_letter: {
      county: number
      home: string
      code: Buffer
      code_index: Buffer
      issued_on: Day
      act: string
    }
    letter_print: {
      county: number
      id: string
      village: string
      homes: string[]
      printed_by: string
      printed_at: ColumnType<Date, Date | string, never>
      act: string
    }
    signed_paper: {
      county: number
      home: string
      paper: string
      signed_on: Day
      how: SigningWay
      signature: Buffer
      text_digest: Buffer
      witness: Buffer | null
      witness_signature: Buffer | null
      contractor: string | null
      taken_by: string
      act: string
    }
  }
}
