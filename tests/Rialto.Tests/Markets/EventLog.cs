using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>What a market does, line by line: private events and trades, each with its time in ms.</summary>
sealed class EventLog(MarketDirectory directory) : IMarketListener
{
    public List<string> Lines { get; } = [];

    public void OnStep(in Step step)
    {
        foreach (MarketEvent happened in step.Events)
        {
            string? what = happened.Kind switch
            {
                EventKind.Accepted => $"accepted {happened.Order} {happened.Side} {happened.Quantity}@{happened.Price}",
                EventKind.Replaced => $"replaced {happened.Replaces} by {happened.Order} {happened.Side} "
                    + $"{happened.Quantity}@{happened.Price}",
                EventKind.Rejected => $"rejected {happened.Order} {happened.RejectReason}",
                EventKind.Canceled => $"canceled {happened.Order} {happened.CancelReason}",
                EventKind.Executed => $"executed {happened.Order} {happened.Quantity}@{happened.Price}",
                _ => null,
            };
            string at = Clock.Text(step.Input.At);
            if (what is not null)
                Lines.Add($"{at} {directory[happened.Participant].Name} {what}");
            else if (happened.Kind == EventKind.AuctionEnded)
                Lines.Add($"{at} batch {happened.Quantity}@{happened.Price}");
        }
    }
}
