// Writes columns that stand in a JSON file as Parquet, as a JavaScript program would: dates are Date, numbers are numbers.
import { readFileSync, writeFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'

const elements = {
  DATE: { type: 'INT32', converted_type: 'DATE' },
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  DOUBLE: { type: 'DOUBLE' },
}
const [from, to] = process.argv.slice(2)
const columns = JSON.parse(readFileSync(from, 'utf8'))
const isDate = ({ type }) => type === 'DATE' || type === 'TIMESTAMP'
const columnData = columns.map((column) => ({
  name: column.name,
  data: column.data.map((value) => (value !== null && isDate(column) ? new Date(value) : value)),
}))
const schema = [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL', ...elements[type] })),
]
writeFileSync(to, Buffer.from(parquetWriteBuffer({ columnData, schema })))
