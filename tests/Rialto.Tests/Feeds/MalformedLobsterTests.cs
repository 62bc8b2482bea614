using Rialto.Feeds;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

public sealed class MalformedLobsterTests
{
    const string Row = "1000300,50,1000000,100\n";

    public static TheoryData<string, string> MalformedMessages => new()
    {
        { "", "line 1: expected a message, found an empty file" },
        { "1,1,1,10\n", "line 1, column 5: expected a price of at most ten digits, found the end of the line" },
        { "1,7,0,0,-1,-1\n\n", "line 2, column 1: expected seconds after midnight, found nothing" },
        { "time,type,id\n", "line 1, column 1: expected seconds after midnight, found \"time\"" },
        { "1e3,1,1,10,100,1\n", "line 1, column 1: expected seconds after midnight, found \"1e3\"" },
        { "-1.5,1,1,10,100,1\n", "line 1, column 1: expected seconds after midnight, found \"-1.5\"" },
        { "86400,1,1,10,100,1\n", "line 1, column 1: expected seconds after midnight, found \"86400\"" },
        { "5.,1,1,10,100,1\n", "line 1, column 1: expected seconds after midnight, found \"5.\"" },
        { "1,8,1,10,100,1\n", "line 1, column 2: expected a type from 1 to 7, found \"8\"" },
        { "1,0,1,10,100,1\n", "line 1, column 2: expected a type from 1 to 7, found \"0\"" },
        { "1,1,a1,10,100,1\n", "line 1, column 3: expected an order id, found \"a1\"" },
        {
            "1,1,1234567890123456789,1,1,1\n",
            "line 1, column 3: expected an order id, found \"1234567890123456789\""
        },
        { "1,1,1,-10,100,1\n", "line 1, column 4: expected a size of one share or more, found \"-10\"" },
        { "1,3,1,0,100,1\n", "line 1, column 4: expected a size of one share or more, found \"0\"" },
        { "1,6,1,-1,100,1\n", "line 1, column 4: expected a size of zero or more shares, found \"-1\"" },
        { "1,1,1,10,100.5,1\n", "line 1, column 5: expected a price of at most ten digits, found \"100.5\"" },
        {
            "1,1,1,10,9999999999,1\n",
            "line 1, column 5: expected a price of at most ten digits, found \"9999999999\""
        },
        { "1,1,1,10,100,0\n", "line 1, column 6: expected a direction, 1 or -1, found \"0\"" },
        { "1,1,1,10,100,1\n2,1,2,10,100,-", "line 2, column 6: expected a direction, 1 or -1, found \"-\"" },
        {
            "1,1,1,10,100,1\n2,1,2,1",
            "line 2, column 5: expected a price of at most ten digits, found the end of the line"
        },
        {
            "2,1,1,10,100,1\n1.5,1,2,10,100,1\n",
            "line 2, column 1: expected a time not before 2.000000000 s, found \"1.5\""
        },
    };

    public static TheoryData<string, string> MalformedBooks => new()
    {
        { "", "line 1: expected a row of the book, found an empty file" },
        { Row, "line 2: expected 2 rows, one for each message of messages.csv, found the end of the file" },
        { Row + Row + Row, "line 3: expected no more than the 2 messages of messages.csv, found 3 rows" },
        {
            "1000300,50,1000000\n" + Row,
            "line 1: expected four columns per level (ask price, size, bid price, size), found 3 columns"
        },
        {
            Row + "1000300,50,1000000",
            "line 2, column 4: expected a size of one share or more, found the end of the line"
        },
        {
            Row + "1000300,50,1000000,100,1",
            "line 2, column 5: expected no more than the 1 levels of row 1, found a further column"
        },
        { "ask,50,1000000,100\n" + Row, "line 1, column 1: expected a price of at most ten digits, found \"ask\"" },
        {
            "1000300,-50,1000000,100\n" + Row,
            "line 1, column 2: expected a size of one share or more, found \"-50\""
        },
        { "1000300,50,1000000,0\n" + Row, "line 1, column 4: expected a size of one share or more, found \"0\"" },
        {
            "9999999999,50,1000000,100\n" + Row,
            "line 1, column 2: expected a size of zero, because there is no level, found \"50\""
        },
        { "5,1,3,1,5,1,2,1\n" + Row, "line 1, column 5: expected a price worse than that of level 1, found \"5\"" },
        {
            "5,1,-9999999999,0,6,1,2,1\n" + Row,
            "line 1, column 7: expected no level, because there is none before it, found \"2\""
        },
    };

    [Theory, MemberData(nameof(MalformedMessages))]
    public void A_malformed_message_is_refused_in_one_line(string messages, string refusal)
    {
        using TapeFiles files = new(messages);

        Assert.Equal("messages.csv, " + refusal, files.Refusal());
    }

    [Theory, MemberData(nameof(MalformedBooks))]
    public void A_malformed_book_is_refused_in_one_line(string book, string refusal)
    {
        using TapeFiles files = new("1,7,0,0,-1,-1\n2,7,0,0,0,-1\n", book);

        Assert.Equal("book.csv, " + refusal, files.Refusal());
    }

    [Fact]
    public void Bytes_that_are_not_text_are_shown_as_numbers_and_cut_short()
    {
        using TapeFiles program = new("\u007FELF\u0002\u0001\0\n");
        using TapeFiles zeros = new(new string('\0', 100));
        using TapeFiles digits = new(new string('7', 2_000_000));

        Assert.Equal(
        [
            "messages.csv, line 1, column 1: expected seconds after midnight, found \"\\x7FELF\\x02\\x01\\x00\"",
            "messages.csv, line 1, column 1: expected seconds after midnight, found \""
                + string.Concat(Enumerable.Repeat("\\x00", 24)) + "\" …",
            "messages.csv, line 1: expected the end of a line, found a million bytes without one",
        ], [program.Refusal(), zeros.Refusal(), digits.Refusal()]);
    }

    [Fact]
    public void A_price_between_two_ticks_is_refused()
    {
        using TapeFiles files = new("1,5,0,10,1000050,1\n");

        Assert.Equal(
            "messages.csv, line 1, column 5: expected a multiple of 100, the tick, found \"1000050\"",
            files.Refusal(0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LobsterMessageReader(files.Messages, 0.00015m));
    }

    [Fact]
    public void A_file_that_is_missing_keeps_the_exception_of_the_file_system()
    {
        Assert.Throws<FileNotFoundException>(() => new LobsterReplay("no-such-file.csv"));
    }

    /// <summary>
    /// Method: change, remove or insert bytes of a good pair of files at random, then play them to the end.
    /// </summary>
    [Fact]
    public void Damaged_files_are_played_or_refused_and_nothing_else()
    {
        (string messages, string book) = new SimulatedTape(new RandomStream(7, "tape"), levels: 3, restingOrders: 30)
            .Write(40);
        int refused = 0;
        for (int damage = 0; damage < 600; damage++)
        {
            RandomStream random = new((ulong)damage, "damage");
            bool inBook = random.NextBoolean();
            using TapeFiles files = new(
                inBook ? messages : Damaged(messages, random), inBook ? Damaged(book, random) : book);
            refused += IsRefused(files) ? 1 : 0;
        }

        Assert.InRange(refused, 200, 599);
    }

    static bool IsRefused(TapeFiles files)
    {
        try
        {
            using LobsterReplay replay = files.Open();
            TapeText.PlayAll(replay);
            return false;
        }
        catch (FeedException refusal)
        {
            Assert.DoesNotContain('\n', refusal.Message);
            return true;
        }
    }

    static string Damaged(string text, RandomStream random)
    {
        int at = (int)random.NextBelow((ulong)text.Length);
        string inserted = ((char)random.NextBelow(256)).ToString();
        return random.NextBelow(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, inserted),
            2 => text[..at],
            _ => text.Remove(at, 1).Insert(at, random.NextBoolean() ? inserted : "7"),
        };
    }
}
