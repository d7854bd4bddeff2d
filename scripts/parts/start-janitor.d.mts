export declare function startJanitor(...words: string[]): () => Promise<void>
