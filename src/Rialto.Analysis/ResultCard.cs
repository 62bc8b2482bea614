using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What a terminal prints when a run has ended: a dozen measures, a column for every listing.</summary>
/// <param name="Columns">
/// The listings, as <c>venue</c>, or <c>venue · instrument</c> where there are several instruments.
/// </param>
/// <param name="Lines">Measures that at least one listing has.</param>
public sealed record ResultCard(IReadOnlyList<string> Columns, IReadOnlyList<ResultLine> Lines)
{
    public static ResultCard Of(RunRecord record)
    {
        record.Finish();
        ListingRecord[] listings = [.. record.Listings];
        bool areSeveral = listings.Select(listing => listing.Listing.Instrument).Distinct().Count() > 1;
        IReadOnlyList<Measure>[] columns =
            [.. listings.Select(listing => ListingMeasures.Of(listing, record.Directory, record.Horizon))];

        List<ResultLine> lines = [];
        for (int row = 0; columns.Length > 0 && row < columns[0].Count; row++)
        {
            Measure measure = columns[0][row];
            if (!measure.IsHeadline || columns.All(column => column[row].Value is null))
                continue;

            string[] values = new string[columns.Length];
            for (int i = 0; i < values.Length; i++)
                values[i] = MeasureText.Of(columns[i][row], record.Directory[listings[i].Listing.Instrument]);

            lines.Add(new ResultLine(measure.Label, values, measure.Unit));
        }

        return new([.. listings.Select(listing => NameOf(listing.Listing, record.Directory, areSeveral))], lines);
    }

    static string NameOf(Listing listing, MarketDirectory directory, bool withInstrument) =>
        withInstrument
            ? $"{directory[listing.Venue]} · {directory[listing.Instrument].Symbol}"
            : directory[listing.Venue];
}

/// <summary>One measure on a result card.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Values">The numbers as text, one per listing; <c>–</c> where there is none.</param>
/// <param name="Unit">Empty for prices, distances of prices and plain counts.</param>
public sealed record ResultLine(string Label, IReadOnlyList<string> Values, string Unit);
