import { Checkbox, Form } from 'antd'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AnswerOutlook } from './answer-outlook.tsx'

interface Props {
  objection: string
  home?: string | undefined
  fact: string
  settled: 'yes' | 'no' | 'unknown'
}

/**
 * What screening would say of the home with what is about to be settled, before anybody settles it. Where the answer
 * stays what it is, the home would leave its notice for nothing: that has to be meant.
 */
export function ObjectionOutlook({ objection, home, fact, settled }: Props) {
  const { t } = useWords()
  const answer = useAnswer('objection.outlook', { objection, fact, settled, ...(home && { home }) })
  return (
    <section className="objection-outlook" aria-busy={answer.isPlaceholderData}>
      <h4>{t('objection.outlook')}</h4>
      <Answered answer={answer}>
        {(found) => {
          if (!found) return <p>{t('objection.outlook.left')}</p>
          const { now, isSo, decision } = found
          return (
            <AnswerOutlook outlook={found}>
              {isSo && <p className="notice-lack">{t('objection.outlook.so')}</p>}
              {!isSo && now === decision.answer && (
                <Form.Item
                  key={`${fact} ${settled}`}
                  name={['unchanged', objection]}
                  valuePropName="checked"
                  preserve={false}
                  rules={[
                    {
                      validator: (_, ticked) =>
                        ticked
                          ? Promise.resolve()
                          : Promise.reject(new Error(t('objection.outlook.same-asked'))),
                    },
                  ]}
                  extra={t('objection.outlook.same')}
                >
                  <Checkbox>{t('objection.outlook.same-tick')}</Checkbox>
                </Form.Item>
              )}
            </AnswerOutlook>
          )
        }}
      </Answered>
    </section>
  )
}
