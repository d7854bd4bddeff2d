import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { newQueryClient } from '../kit/api/query-client.ts'
import { useWords } from '../kit/language/use-words.ts'
import { ClauseTag } from '../kit/policy/clause-tag.tsx'
import { ClauseSlot } from '../kit/policy/clauses.tsx'
import { ErrorBoundary } from '../kit/states/error-boundary.tsx'
import { antdTheme, stillTheme } from '../kit/theme/antd-theme.ts'
import { useLessMotion } from '../kit/theme/less-motion.ts'
import { Gate } from './gate.tsx'

/** The desk: what every page stands in. */
export function Office() {
  const { language } = useWords()
  const [client] = useState(newQueryClient)
  const lessMotion = useLessMotion()
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider
      theme={lessMotion ? stillTheme : antdTheme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }}>
        <QueryClientProvider client={client}>
          <ClauseSlot value={ClauseTag}>
            <ErrorBoundary>
              <Gate />
            </ErrorBoundary>
          </ClauseSlot>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
