import { newId } from '../../../kernel/identity/id.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import {
  DeclineExceptionForm,
  GrantExceptionForm,
  RevokeExceptionForm,
  TakeBackExceptionForm,
} from './decide-exception.tsx'
import { ChangeAskForm } from './change-ask-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { RecordPaperForm, TakePaperForm } from './paper-forms.tsx'
import { RevealForm } from './reveal-form.tsx'
import { SettleForm } from './settle-form.tsx'

const AskExceptionForm: OwnForm = (props) => <ExceptionForm {...props} newRequest={newId} />

/** The acts about a home that need more than the generated form. */
export const homeForms: Readonly<Record<string, OwnForm>> = {
  'home.settle-fact': SettleForm,
  'home.correct': CorrectForm,
  'home.ask-exception': AskExceptionForm,
  'home.grant-exception': GrantExceptionForm,
  'home.decline-exception': DeclineExceptionForm,
  'home.take-back-exception': TakeBackExceptionForm,
  'home.revoke-exception': RevokeExceptionForm,
  'home.reveal': RevealForm,
  'change.ask': ChangeAskForm,
  'paper.record': RecordPaperForm,
  'paper.take': TakePaperForm,
}
