// Reads a Parquet file with hyparquet and prints its rows as JSON lines, whole numbers in full precision.
// node read-parquet.mjs FILE           the rows
// node read-parquet.mjs FILE --about   one line about the file: creator, groups, schema, keys and values
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

const [path, about] = process.argv.slice(2)
const file = await asyncBufferFromFile(path)

function text(value) {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return '[' + value.map(text).join(',') + ']'
  if (value !== null && typeof value === 'object')
    return '{' + Object.entries(value).map(([key, inner]) => JSON.stringify(key) + ':' + text(inner)).join(',') + '}'
  return JSON.stringify(value ?? null)
}

let lines
if (about) {
  const metadata = await parquetMetadataAsync(file)
  lines = [text({
    createdBy: metadata.created_by,
    rows: metadata.num_rows,
    groups: metadata.row_groups.map(group => group.num_rows),
    columns: metadata.schema.slice(1).map(column => `${column.name} ${column.type} ${column.repetition_type}`),
    metadata: Object.fromEntries((metadata.key_value_metadata ?? []).map(pair => [pair.key, pair.value])),
    extremes: metadata.row_groups.map(group => Object.fromEntries(group.columns.map(column => {
      const { path_in_schema, statistics } = column.meta_data
      return [path_in_schema[0], [statistics.min_value, statistics.max_value, statistics.null_count]]
    }))),
  })]
} else {
  lines = (await parquetReadObjects({ file })).map(text)
}

process.stdout.write(lines.map(line => line + '\n').join(''))
