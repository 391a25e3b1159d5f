namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Gives the current its sign by a column that tells charge from discharge: many programs write the magnitude alone.</summary>
/// <param name="stateField">Field of the states.</param>
/// <param name="currentColumn">Column of the current.</param>
internal sealed class StateSign(int stateField, int currentColumn)
{
    private byte[] _last = [];
    private int _sign;

    /// <summary>Field of the states.</summary>
    public int Field => stateField;

    /// <summary>Column of the current.</summary>
    public int CurrentColumn => currentColumn;

    /// <summary>Rows whose sign was not what the file had.</summary>
    public int Changed { get; private set; }

    /// <summary>The current with the sign of the state: positive on discharge, negative on charge, as it is otherwise.</summary>
    public double Signed(ReadOnlySpan<byte> state, double current)
    {
        if (!state.SequenceEqual(_last))
        {
            _last = state.ToArray();
            _sign = SignOf(state);
        }
        if (_sign == 0 || double.IsNaN(current) || current == 0 || Math.Sign(current) == _sign) return current;
        Changed++;
        return -current;
    }

    /// <summary>1 for discharge, −1 for charge, 0 for anything else.</summary>
    public static int SignOf(ReadOnlySpan<byte> state)
    {
        if (state.Length == 1) return state[0] switch { (byte)'D' or (byte)'d' => 1, (byte)'C' or (byte)'c' => -1, _ => 0 };
        Span<byte> lower = stackalloc byte[Math.Min(state.Length, 48)];
        System.Text.Ascii.ToLower(state[..lower.Length], lower, out int written);
        if (written < lower.Length) state[..lower.Length].CopyTo(lower);
        bool discharge = lower.IndexOf("dch"u8) >= 0 || lower.IndexOf("dis"u8) >= 0 || lower.IndexOf("放电"u8) >= 0;
        bool charge = lower.IndexOf("chg"u8) >= 0 || lower.IndexOf("cha"u8) >= 0 || lower.IndexOf("充电"u8) >= 0;
        if (lower.IndexOf("充放"u8) >= 0 || lower.IndexOf("chg-d"u8) >= 0) return 0;
        return discharge ? 1 : charge ? -1 : 0;
    }
}
